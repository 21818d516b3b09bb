import type { z } from 'zod';
import { isPriceKey, mayBePrice, mayHoldPrices } from './priceKey.js';
import { fieldOf, itemOf, makesNothingOf } from './schemaFields.js';

/**
 * Gives a reader of rows: the price keys of a row that are above zero and that the schema does not read, dotted, with their
 * values; lists as `[]`. What a key is by its name and by the schema is worked out once for all rows.
 */
export function unreadPrices(schema: z.ZodType): (row: unknown) => Map<string, number> {
  const root = new Spot(schema, '', '', false, 0);
  return (row) => {
    const found = new Map<string, number>();
    visit(row, root, found);
    return found;
  };
}

/** Prices stand higher, and a row may be as deep as it likes. */
const deepest = 32;

/** A place in rows, with what stands below it so far. */
class Spot {
  readonly #below = new Map<string, Spot | null>();
  #items: Spot | undefined;
  #unread: Spot | undefined;

  constructor(
    /** Undefined where nothing reads it. */
    readonly schema: unknown,
    readonly path: string,
    readonly key: string,
    /** It, or something above it, is a price by its name. */
    readonly isPrice: boolean,
    readonly level: number,
  ) {}

  /** The place of a key; null where no prices stand below it. */
  at(key: string): Spot | null {
    const known = this.#below.get(key);
    if (known !== undefined) return known;
    const made = mayHoldPrices(key) ? this.#made(key) : null;
    if (this.#below.size < mostKeys) this.#below.set(key, made);
    return made;
  }

  #made(key: string): Spot {
    const path = this.path === '' ? key : `${this.path}.${key}`;
    return new Spot(fieldOf(this.schema, key), path, key, this.isPrice || isPriceKey(key), this.level + 1);
  }

  /** The place of a list's items. */
  get items(): Spot {
    return (this.#items ??= new Spot(itemOf(this.schema), `${this.path}[]`, this.key, this.isPrice, this.level + 1));
  }

  /** The same place where nothing reads it. */
  get unread(): Spot {
    return (this.#unread ??= new Spot(undefined, this.path, this.key, this.isPrice, this.level));
  }
}

/** Rows may be keyed by names of which each comes once. */
const mostKeys = 1_000;

function visit(value: unknown, place: Spot, found: Map<string, number>): void {
  if (place.level > deepest) return;
  if (typeof value === 'object' && value !== null) {
    const spot = place.isPrice && makesNothingOf(place.schema, value) ? place.unread : place;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, spot.items, found);
      return;
    }
    for (const key of Object.keys(value)) {
      const below = spot.at(key);
      if (below) visit((value as Readonly<Record<string, unknown>>)[key], below, found);
    }
  } else if (place.isPrice && place.schema === undefined && !found.has(place.path)) {
    const number = numberOf(value);
    if (number > 0 && mayBePrice(place.key, number)) found.set(place.path, number);
  }
}

/** Nothing is paid for with more; such a number is a time or an id. */
const mostUsd = 1e8;

/** A number, or a text that is one or an amount of money (`$0.05 per image`); NaN for the rest. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value < mostUsd ? value : NaN;
  if (typeof value !== 'string') return NaN;
  const text = /^\s*[$€£¥]\s*(\d[\d,]*\.?\d*|\.\d+)/.exec(value)?.[1]?.replaceAll(',', '') ?? value.trim();
  const number = text === '' ? NaN : Number(text);
  return number < mostUsd ? number : NaN;
}
