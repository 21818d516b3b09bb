import type { PriceRow } from '../../src/model/price.js';

/** How a list grows: its sellers have more models, or there are more sellers who each have as many. */
export type Growth = 'models' | 'sellers';

/**
 * The list so many times over. Of more models half are of new families and half new versions of the old ones; sellers who had
 * the same model have the same new one. More sellers each have those of one that is there.
 */
export function grown(rows: readonly PriceRow[], times: number, growth: Growth = 'models'): PriceRow[] {
  const places = new Map([...new Set(rows.map(({ model }) => model))].map((model, at) => [model, at]));
  const renamed = (model: string, copy: number): string =>
    (places.get(model) ?? 0) % 2 === 0 ? ofFamily(model, copy) : ofVersion(model, copy);
  const copied = (row: PriceRow, copy: number): PriceRow =>
    growth === 'sellers'
      ? { ...row, provider: `${row.provider} ${copy}` }
      : { ...row, model: renamed(row.model, copy) };
  return Array.from({ length: times }, (_, copy) => (copy === 0 ? rows : rows.map((row) => copied(row, copy)))).flat();
}

/** `lab/gpt-4o` is `lab/bagpt-4o`: letters that stand for the copy before the first word of the name itself. */
const ofFamily = (model: string, copy: number): string =>
  model.replace(/(?<=^|\/)([^/a-z]*)([^/]*)$/i, (_, head: string, rest: string) => `${head}${lettersOf(copy)}${rest}`);

/** `lab/gpt-4o` is `lab/gpt-35o`: no list has so high a version, and each copy another one. */
const ofVersion = (model: string, copy: number): string =>
  /\d[^/]*$/.test(model)
    ? model.replace(/\d+(?=[^/]*$)/, (version) => `${30 + copy * 60 + (Number(version.slice(0, 4)) % 60)}`)
    : ofFamily(model, copy);

const lettersOf = (copy: number): string => String.fromCharCode(97 + (copy % 26), 97 + (Math.floor(copy / 26) % 26));
