import { endsByItself } from '../sources/reading/endsByItself.js';
import { isPriceKey, mayHoldPrices } from '../sources/reading/priceKey.js';

/** Prices stand higher, and a row may be as deep as it likes. */
const deepest = 32;

/** Rows may be keyed by names of which each comes once. */
const mostKeys = 1_000;

/**
 * The keys of rows that hold prices by their name, or stand below such a key, each with the type of its value and the
 * number of times: `{ "pricing.prompt (amount)": 112 }`. Lists are `[]`, their entries that hold for some days only `[until]`;
 * a key that comes only once is left out.
 */
export function priceKeysIn(rows: readonly unknown[]): Record<string, number> {
  const counts = new Map<string, number>();
  const root = new Spot('', false, 0);
  for (const row of rows) visit(row, root, counts);
  return Object.fromEntries([...counts].filter(([, count]) => count > 1));
}

/** A place in rows, with what stands below it so far. */
class Spot {
  readonly #below = new Map<string, Spot | null>();
  #items: Spot | undefined;
  #ending: Spot | undefined;

  constructor(
    readonly path: string,
    /** It, or something above it, is a price by its name. */
    readonly isPrice: boolean,
    readonly level: number,
  ) {}

  /** The place of a key; null where no prices stand below it. */
  at(key: string): Spot | null {
    const known = this.#below.get(key);
    if (known !== undefined) return known;
    const path = this.path === '' ? key : `${this.path}.${key}`;
    const made = mayHoldPrices(key) ? new Spot(path, this.isPrice || isPriceKey(key), this.level + 1) : null;
    if (this.#below.size < mostKeys) this.#below.set(key, made);
    return made;
  }

  /** The place of a list's items. */
  get items(): Spot {
    return (this.#items ??= new Spot(`${this.path}[]`, this.isPrice, this.level + 1));
  }

  /** The place of a list's items that hold for some days only. */
  get ending(): Spot {
    return (this.#ending ??= new Spot(`${this.path}[until]`, this.isPrice, this.level + 1));
  }
}

function visit(value: unknown, spot: Spot | null, counts: Map<string, number>): void {
  if (spot === null || spot.level > deepest) return;
  if (Array.isArray(value)) {
    for (const item of value) visit(item, endsByItself(item) ? spot.ending : spot.items, counts);
  } else if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value))
      visit((value as Readonly<Record<string, unknown>>)[key], spot.at(key), counts);
  } else if (spot.isPrice && value !== null && value !== undefined) {
    const name = `${spot.path} (${typeName(value)})`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
}

/** A number is the same in quotes. */
const typeName = (value: unknown): string =>
  typeof value === 'number' || (typeof value === 'string' && /\d/.test(value)) ? 'amount' : typeof value;
