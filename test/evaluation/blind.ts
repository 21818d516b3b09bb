import { choose } from '../../src/settle/choose.js';
import { confidenceIn, situationOf, type Trusts } from '../../src/settle/trust.js';
import { fit } from './fit.js';
import { isRight, type Sample } from './samples.js';

/** A price that was blanked and filled again: how sure it was, and whether it came out right. */
export interface Filled {
  readonly provider: string;
  readonly id: string;
  readonly witness: string;
  readonly situation: string;
  readonly confidence: number;
  readonly right: boolean;
}

/** Fills the prices of samples as if their providers said nothing. */
export const fillBlind = (samples: readonly Sample[], trusts: Trusts): Filled[] =>
  samples.flatMap((sample) => {
    const choice = choose(sample.others, trusts);
    const right = choice && isRight(choice.chosen, sample);
    if (!choice || right === null) return [];
    const { provider, id } = sample;
    const confidence = confidenceIn(choice, provider, trusts);
    return [{ provider, id, witness: choice.chosen.witness, situation: situationOf(choice), confidence, right }];
  });

/** The samples in two halves, every other one of each provider. */
export function halves(samples: readonly Sample[]): readonly [Sample[], Sample[]] {
  const counts = new Map<string, number>();
  const parts: [Sample[], Sample[]] = [[], []];
  for (const sample of samples.toSorted((a, b) => (`${a.provider} ${a.id}` < `${b.provider} ${b.id}` ? -1 : 1))) {
    const count = counts.get(sample.provider) ?? 0;
    counts.set(sample.provider, count + 1);
    parts[count % 2 === 0 ? 0 : 1].push(sample);
  }
  return parts;
}

/** Each half filled by what the other one taught. */
export function crossFilled(samples: readonly Sample[]): Filled[] {
  const [a, b] = halves(samples);
  return [...fillBlind(a, fit(b)), ...fillBlind(b, fit(a))];
}

/** Each provider's prices filled by what all others taught. */
export function leftOutFilled(samples: readonly Sample[]): Filled[] {
  const providers = [...new Set(samples.map(({ provider }) => provider))];
  return providers.flatMap((left) =>
    fillBlind(
      samples.filter(({ provider }) => provider === left),
      fit(samples.filter(({ provider }) => provider !== left)),
    ),
  );
}

const bins = 10;

/** Expected calibration error: how far the stated confidence is from the share that is right, over ten bins of equal width. */
export function calibrationError(filled: readonly Filled[]): number {
  const error = Array.from({ length: bins }, (_, bin) => {
    const own = filled.filter(({ confidence }) => Math.min(Math.floor(confidence * bins), bins - 1) === bin);
    return Math.abs(own.reduce((sum, { confidence, right }) => sum + confidence - (right ? 1 : 0), 0));
  }).reduce((sum, one) => sum + one, 0);
  return filled.length === 0 ? 0 : error / filled.length;
}

export const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
