import type { CostField } from '../model/cost.js';
import { contradictions } from './contradictions.js';
import type { Inside, Reading } from './reading.js';
import type { Pass, Units } from './units.js';
import { type Amounts, beside, waysFrom } from './ways.js';

/** A reading without gaps. */
export type Full = Required<{ [Name in Exclude<keyof Reading, 'inside' | 'audioSeconds'>]: number }>;

/**
 * The counts of a request as classes that don't overlap. Where the total works with the parts inside or outside their whole in
 * one way alone, it is that way; else the API's own, unless a part is larger than its whole: then it stands beside it. Where
 * the total says that such a part is inside, the numbers contradict each other.
 */
export function disjoint(reading: Reading): Pass {
  const counts = filled(reading);
  const { way, isPossible } = wayOf(counts, reading.inside);
  const written = writtenOf(counts);
  const goesIn = isPossible || fitsIn(counts, way) ? inputUnits(counts, way) : undefined;
  const comesOut = isPossible || restOut(counts, way) >= 0 ? outputUnits(counts, way) : undefined;
  return {
    units: { ...goesIn?.units, ...comesOut, ...(goesIn && written) },
    ...(reading.audioSeconds !== undefined && { audioSeconds: reading.audioSeconds }),
    ...(goesIn?.isBlended && { isBlended: true }),
    contradicts: [
      ...(goesIn ? [] : contradictions(counts, 'input')),
      ...(comesOut ? [] : contradictions(counts, 'output')),
      ...(goesIn && !written ? (['cacheWrite', 'cacheWrite1h'] satisfies CostField[]) : []),
    ],
  };
}

function filled(reading: Reading): Full {
  const of = (name: keyof Full): number => reading[name] ?? 0;
  const [short, long] = [of('cacheWrite5m'), of('cacheWrite1h')];
  return {
    ...{ input: of('input'), output: of('output'), total: of('total'), toolUse: of('toolUse') },
    ...{ cacheRead: of('cacheRead'), cacheWrite: of('cacheWrite') || short + long },
    ...{ cacheWrite5m: short, cacheWrite1h: long, reasoning: of('reasoning') },
    ...{ inputAudio: reading.inputAudio ?? of('cachedAudio'), cachedAudio: of('cachedAudio') },
    ...{ inputImage: of('inputImage'), cachedImage: of('cachedImage') },
    ...{ outputAudio: of('outputAudio'), outputImage: of('outputImage') },
  };
}

/** Of the ways in which the numbers may be meant, the likeliest; `isPossible` is false where no part may be as it says. */
function wayOf(counts: Full, habit: Inside): { way: Inside; isPossible: boolean } {
  const amounts: Amounts = { ...counts, cache: counts.cacheRead + counts.cacheWrite };
  const sums = (way: Inside): boolean => isSum(counts, beside(way, amounts));
  const fits = (way: Inside): boolean => fitsIn(counts, way) && restOut(counts, way) >= 0;
  if ((counts.total === 0 || sums(habit)) && fits(habit)) return { way: habit, isPossible: true };
  const ways = waysFrom(habit, amounts);
  const summing = counts.total > 0 ? ways.filter(sums) : [];
  const open = summing.length > 0 ? summing : ways;
  const possible = open.find(fits);
  return { way: possible ?? open[0] ?? habit, isPossible: possible !== undefined };
}

function isSum({ input, output, toolUse, total }: Full, outside: number): boolean {
  const all = input + output + outside;
  return total === all || total === all + toolUse;
}

/** Whether the parts fit into the input; pictures may be among what was cached. */
const fitsIn = (counts: Full, way: Inside): boolean =>
  restIn(counts, way) >= 0 && (!way.inputImage || counts.inputImage <= counts.input);

/** What is left of the input for text and pictures that were not cached; negative where the parts don't fit into it. */
function restIn(counts: Full, way: Inside): number {
  const sound = counts.inputAudio - counts.cachedAudio;
  if (sound < 0) return sound;
  return counts.input - (way.cache ? counts.cacheRead + counts.cacheWrite : 0) - (way.inputAudio ? sound : 0);
}

/** What is left of the output for text. */
const restOut = (counts: Full, way: Inside): number =>
  counts.output -
  (way.reasoning ? counts.reasoning : 0) -
  (way.outputAudio ? counts.outputAudio : 0) -
  (way.outputImage ? counts.outputImage : 0);

function inputUnits(counts: Full, way: Inside): { units: Units; isBlended: boolean } {
  const rest = restIn(counts, way);
  const pictures = Math.max(0, counts.inputImage - counts.cachedImage);
  const isBlended = way.inputImage && pictures > rest;
  const isCounted = way.inputImage && !isBlended;
  return {
    isBlended,
    units: {
      input: rest - (isCounted ? pictures : 0) + counts.toolUse,
      inputImage: isBlended ? 0 : pictures,
      inputAudio: counts.inputAudio - counts.cachedAudio,
      cachedAudio: Math.min(counts.cachedAudio, counts.cacheRead),
      cacheRead: Math.max(0, counts.cacheRead - counts.cachedAudio),
    },
  };
}

const outputUnits = (counts: Full, way: Inside): Units => ({
  output: restOut(counts, way),
  ...{ reasoning: counts.reasoning, outputAudio: counts.outputAudio, outputImage: counts.outputImage },
});

/** What was written for an hour, and the rest; undefined where the part is larger than the whole. */
const writtenOf = ({ cacheWrite, cacheWrite1h }: Full): Units | undefined =>
  cacheWrite1h > cacheWrite ? undefined : { cacheWrite: cacheWrite - cacheWrite1h, cacheWrite1h };
