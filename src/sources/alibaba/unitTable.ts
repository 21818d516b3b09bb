import { dollars } from '../parse/money.js';
import { isUnder, label, type Table } from '../parse/tables.js';
import { unitPrice } from '../parse/unitPrice.js';
import type { Variant } from '../parse/variants.js';
import { idIn, scopesIn } from './priceTable.js';

/** A price per image, second, page, … of a model in a region, maybe of one size. */
export interface UnitLine extends Variant {
  readonly id: string;
  readonly scope: string;
  readonly field: string;
}

/**
 * The lines of a table whose one price column says a unit other than tokens: "Price (per image)". The columns that are
 * neither model, region, price nor quota tell sizes apart. Undefined for any other table.
 */
export function unitLines(table: Table): UnitLine[] | undefined {
  const titles = table.header.map(label);
  const model = titles.findIndex((title) => /^model\b/.test(title));
  const [price, ...more] = titles.flatMap((title, i) => (/\bprice\b/.test(title) ? [i] : []));
  const unit = /\bper\s{1,4}([\d,]{0,20}\s{0,4}[a-z ]{1,40})\)?\s{0,4}$/i
    .exec(table.header[price ?? -1] ?? '')?.[1]
    ?.trim();
  if (model < 0 || price === undefined || more.length > 0 || !unit || isUnder(table, /batch/)) return undefined;
  const scope = titles.findIndex((title) => /^(deployment|scope|region)/.test(title));
  const known = new Set([model, price, scope, ...titles.flatMap((title, i) => (/quota|limit/.test(title) ? [i] : []))]);
  return table.rows.flatMap((cells) => {
    const at = (i: number): string => cells[i]?.text ?? '';
    const variant = titles.flatMap((_, i) => (known.has(i) ? [] : at(i) || [])).join(' ');
    const found = Object.entries(unitPrice(unit, dollars(at(price))[0] ?? null));
    return scopesIn(at(scope)).flatMap((region) =>
      found.map(([field, value]) => ({ id: idIn(at(model)), scope: region, variant, field, price: value ?? null })),
    );
  });
}
