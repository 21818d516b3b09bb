import type { CostField } from '../../model/cost.js';
import type { Pricing } from '../../model/pricing.js';
import { countedBy } from './priceContext.js';

/** Two who state a price: of how many offers both do, and of how many of these they say the same. */
export interface Pair {
  readonly both: number;
  readonly agree: number;
}

/** Who agrees with whom. */
export interface Agreement {
  /** All who state a price, those who state most first. */
  readonly witnesses: readonly string[];
  readonly of: (a: string, b: string) => Pair;
  /** Of how many offers one states a price. */
  readonly stated: (witness: string) => number;
}

type Differs = Pricing['differ'][number]['cost'];

/** What a witness says of one offer: what is settled, or else. */
interface Said {
  readonly witness: string;
  /** The prices in which it differs from what is settled; null where it says the same. */
  readonly differs: Differs | null;
}

/**
 * Who agrees with whom, by what the records say of each price. One that agrees with the price that is settled agrees with all
 * who do, and differs from all who differ from it in any price; two that differ from it agree where they do in the same way.
 */
export function agreementOf(
  offers: readonly { readonly pricing: Pick<Pricing, 'source' | 'agree' | 'differ'> }[],
): Agreement {
  const pairs = new Map<string, Pair>();
  const said = offers.map(({ pricing }) => saidOf(pricing));
  for (const all of said)
    all.forEach((one, i) => {
      for (const other of all.slice(i + 1)) {
        const key = keyOf(one.witness, other.witness);
        const { both, agree } = pairs.get(key) ?? none;
        pairs.set(key, { both: both + 1, agree: agree + Number(isSame(one.differs, other.differs)) });
      }
    });
  const counts = countedBy(said.flat(), ({ witness }) => witness);
  const stated = new Map(counts);
  return {
    witnesses: counts.map(([witness]) => witness),
    of: (a, b) => pairs.get(keyOf(a, b)) ?? none,
    stated: (witness) => stated.get(witness) ?? 0,
  };
}

const none: Pair = { both: 0, agree: 0 };

/** Equal either way round. */
const keyOf = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

/** Each witness once: what it agrees with counts before that in which it differs. */
function saidOf({ source, agree, differ }: Pick<Pricing, 'source' | 'agree' | 'differ'>): Said[] {
  const same = [...(source === null ? [] : [source]), ...agree].map((witness) => ({ witness, differs: null }));
  const all: Said[] = [...same, ...differ.map(({ witness, cost }) => ({ witness, differs: cost }))];
  return [...new Map(all.toReversed().map((one) => [one.witness, one])).values()];
}

function isSame(a: Differs | null, b: Differs | null): boolean {
  if (a === null || b === null) return a === b;
  const fields = Object.keys({ ...a, ...b }) as CostField[];
  return fields.every((field) => a[field] === b[field]);
}
