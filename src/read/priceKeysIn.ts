import { endsByItself } from '../sources/reading/endsByItself.js';
import { isPriceKey, mayHoldPrices } from '../sources/reading/priceKey.js';

/**
 * The keys of rows that hold prices by their name, or stand below such a key, each with the type of its value and the
 * number of times: `{ "pricing.prompt (amount)": 112 }`. Lists are `[]`, their entries that hold for some days only `[until]`;
 * a key that comes only once is left out.
 */
export function priceKeysIn(rows: readonly unknown[]): Record<string, number> {
  const counts = new Map<string, number>();
  const visit = (value: unknown, path: string, isPrice: boolean, level = 0): void => {
    // Prices stand higher, and a row may be as deep as it likes.
    if (level > 32) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, `${path}[${endsByItself(item) ? 'until' : ''}]`, isPrice, level + 1);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value))
        if (mayHoldPrices(key))
          visit(inner, path === '' ? key : `${path}.${key}`, isPrice || isPriceKey(key), level + 1);
    } else if (isPrice && value !== null && value !== undefined) {
      const name = `${path} (${typeName(value)})`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  };
  for (const row of rows) visit(row, '', false);
  return Object.fromEntries([...counts].filter(([, count]) => count > 1));
}

/** A number is the same in quotes. */
const typeName = (value: unknown): string =>
  typeof value === 'number' || (typeof value === 'string' && /\d/.test(value)) ? 'amount' : typeof value;
