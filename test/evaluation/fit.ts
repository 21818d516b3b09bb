import { isAgreed } from '../../src/settle/agreement.js';
import { choose } from '../../src/settle/choose.js';
import { situationOf, type Count, type Trusts } from '../../src/settle/trust.js';
import { isRight, type Sample } from './samples.js';

/** Counts of right and given, by name. */
class Tally {
  readonly #counts = new Map<string, { right: number; given: number }>();

  add(name: string, right: boolean): void {
    const count = this.#counts.get(name) ?? { right: 0, given: 0 };
    this.#counts.set(name, { right: count.right + (right ? 1 : 0), given: count.given + 1 });
  }

  get table(): Record<string, Count> {
    return Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** Measures who is to be trusted how far on offers whose price is known. */
export function fit(samples: readonly Sample[], day = ''): Trusts {
  const witnesses = new Tally();
  for (const sample of samples)
    for (const one of sample.others) {
      const right = isRight(one, sample);
      if (right !== null) witnesses.add(one.family, right);
    }
  const first: Trusts = { day, witnesses: witnesses.table, situations: {}, own: {} };
  const situations = new Tally();
  const own = new Tally();
  for (const sample of samples) {
    const choice = choose(sample.others, first);
    const right = choice && isRight(choice.chosen, sample);
    if (choice && right !== null) {
      situations.add(situationOf(choice), right);
      situations.add(`${situationOf(choice)}@${sample.provider}`, right);
    }
    const confirmed = isConfirmed(sample);
    if (confirmed === null) continue;
    own.add('*', confirmed);
    own.add(sample.provider, confirmed);
  }
  return { ...first, situations: situations.table, own: own.table };
}

/** Whether two independent lists agree with the provider, or on another price; null where no two agree. */
function isConfirmed({ others, truth }: Sample): boolean | null {
  const parties = others.map(
    ({ cost }) => new Set(others.filter((one) => isAgreed(one.cost, cost)).map(({ family }) => family)),
  );
  const agreed = others.filter((_, i) => (parties[i]?.size ?? 0) > 1);
  if (agreed.length === 0) return null;
  return agreed.some(({ cost }) => isAgreed(cost, truth));
}
