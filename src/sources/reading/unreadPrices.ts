import type { z } from 'zod';
import { isPriceKey, mayBePrice, mayHoldPrices } from './priceKey.js';
import { fieldOf, itemOf, makesNothingOf } from './schemaFields.js';

/** Price keys of a row that are above zero and that its schema does not read, dotted, with their values; lists as `[]`. */
export function unreadPrices(schema: z.ZodType, row: unknown): Map<string, number> {
  const found = new Map<string, number>();
  visit(row, { schema, path: '', key: '', isPrice: false, level: 0 }, found);
  return found;
}

interface Spot {
  /** Undefined where nothing reads it. */
  readonly schema: unknown;
  readonly path: string;
  readonly key: string;
  /** It, or something above it, is a price by its name. */
  readonly isPrice: boolean;
  readonly level: number;
}

function visit(value: unknown, spot: Spot, found: Map<string, number>): void {
  const { path, key, isPrice } = spot;
  // Prices stand higher, and a row may be as deep as it likes.
  if (spot.level > 32) return;
  const level = spot.level + 1;
  const isWhole = typeof value === 'object' && value !== null;
  const schema = isPrice && isWhole && makesNothingOf(spot.schema, value) ? undefined : spot.schema;
  if (Array.isArray(value)) {
    for (const item of value) visit(item, { ...spot, schema: itemOf(schema), path: `${path}[]`, level }, found);
  } else if (isWhole) {
    for (const [name, inner] of Object.entries(value)) {
      if (!mayHoldPrices(name)) continue;
      const at = path === '' ? name : `${path}.${name}`;
      visit(
        inner,
        { schema: fieldOf(schema, name), path: at, key: name, isPrice: isPrice || isPriceKey(name), level },
        found,
      );
    }
  } else if (isPrice && schema === undefined && !found.has(path)) {
    const number = numberOf(value);
    if (number > 0 && mayBePrice(key, number)) found.set(path, number);
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
