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
  const root = new Spot('', false, 0);
  for (const row of rows) visit(row, root);
  const counts = new Map<string, number>();
  collect(root, counts);
  return Object.fromEntries([...counts].filter(([, count]) => count > 1));
}

/** A place in rows, with what stands below it so far. */
class Spot {
  readonly #below = new Map<string, Spot | null>();
  #items: Spot | undefined;
  #ending: Spot | undefined;
  /** How often each type of value stands there. */
  readonly types = new Map<string, number>();

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

  /** The places below it so far. */
  get below(): Spot[] {
    return [...this.#below.values(), this.#items, this.#ending].filter((spot) => spot instanceof Spot);
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

function visit(value: unknown, spot: Spot | null): void {
  if (spot === null || spot.level > deepest) return;
  if (Array.isArray(value)) {
    for (const item of value) visit(item, endsByItself(item) ? spot.ending : spot.items);
  } else if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) visit((value as Readonly<Record<string, unknown>>)[key], spot.at(key));
  } else if (spot.isPrice && value !== null && value !== undefined) {
    const type = typeName(value);
    spot.types.set(type, (spot.types.get(type) ?? 0) + 1);
  }
}

/** Counts by the names of places; a key that has a dot itself may name the place of another. */
function collect(spot: Spot, counts: Map<string, number>): void {
  for (const [type, count] of spot.types) {
    const name = `${spot.path} (${type})`;
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  for (const one of spot.below) collect(one, counts);
}

/** A number is the same in quotes. */
const typeName = (value: unknown): string =>
  typeof value === 'number' || (typeof value === 'string' && /\d/.test(value)) ? 'amount' : typeof value;
