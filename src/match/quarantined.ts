import type { Quarantined } from '../model/run.js';
import type { PriceIndex } from './priceIndex.js';

/** A price of a list that was found for a model and refused; `row` names it as `provider/model` in the list's words. */
interface Refused {
  readonly list: string;
  readonly row: string;
  readonly model: string;
  readonly code: string;
  readonly detail: string;
}

const nameOf = (row: { readonly provider: string; readonly model: string }): string => `${row.provider}/${row.model}`;

/** Every price of a list that is not believed, whether or not a model asked for it, and those believed of no model. */
export function quarantined({ list, rows, verdictOf }: PriceIndex, refused: readonly Refused[]): Quarantined[] {
  const own = refused.filter((one) => one.list === list);
  const byName = new Map(rows.map(({ row }) => [nameOf(row), row]));
  const modelsOf = (name: string, code: string) =>
    own
      .filter((one) => one.row === name && one.code === code)
      .map(({ model }) => model)
      .sort();
  const judged = rows.flatMap(({ row }) =>
    verdictOf(row).issues.map(({ code, detail }) => ({ list, code, detail, row, models: modelsOf(nameOf(row), code) })),
  );
  const known = new Set(judged.map(({ row, code }) => `${nameOf(row)} ${code}`));
  const others = new Map(own.map((one) => [`${one.row} ${one.code}`, one]));
  const more = [...others].flatMap(([key, { row: name, code, detail }]) => {
    const row = byName.get(name);
    return row && !known.has(key) ? [{ list, code, detail, row, models: modelsOf(name, code) }] : [];
  });
  return [...judged, ...more].sort((a, b) => (nameOf(a.row) < nameOf(b.row) ? -1 : 1));
}
