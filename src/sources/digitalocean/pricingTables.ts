import type { CostField } from '../../model/model.js';
import { dollars, scaled } from '../parse/money.js';
import { shapeError } from '../parse/shapeError.js';
import { cellOf, column, isUnder, type Table, tablesWith } from '../parse/tables.js';
import { unitPrice } from '../parse/unitPrice.js';
import type { Listing, Price } from './priceList.js';

/** The models of the pricing page, markdown or HTML; batch prices as such, GPUs of one's own left out. */
export function pricingTables(tables: readonly Table[]): Listing[] {
  const found = tablesWith(tables, /^model/, /^price/).filter((table) => !isUnder(table, /^dedicated/));
  if (found.length === 0) throw shapeError('no table with the columns model and price');
  return found.flatMap((table) => {
    const batch = isUnder(table, /^batch/);
    const header = table.header[column(table, /^price/)] ?? '';
    return table.rows.map((cells): Listing => {
      const unit = cellOf(table, cells, /^billing unit/).text;
      const model = cellOf(table, cells, /^model/);
      return {
        name: model.links[0]?.text ?? model.text.split('\n')[0] ?? '',
        lab: cellOf(table, cells, /^provider/).text || labIn(table),
        prices: pricesIn(cellOf(table, cells, /^price/).text, unit, header).map((price) => ({ ...price, batch })),
      };
    });
  });
}

/** "Anthropic Models" above the table. */
const labIn = (table: Table): string | null => /^(.+) models$/i.exec(table.headings.at(-1) ?? '')?.[1] ?? null;

const inOrder: readonly CostField[] = ['input', 'output', 'cacheRead'];

/**
 * "$0.112 per 1M tokens", "$0.224 per 1M tokens", "Prompt caching $0.028 per 1M tokens", a line each: input, output
 * and cache in this order where a line does not say. Other units have their own prices.
 */
function pricesIn(cell: string, billed: string, header: string): Price[] {
  let place = 0;
  return cell.split('\n').flatMap((line): Price[] => {
    const amounts = dollars(line);
    const unit =
      /(?:\bper\b|\/)\s*(?:\$[\d.,]+)?\s*([^$(]*)/i.exec(line.replace(/^.*\$\s*[\d.,]+/, ''))?.[1]?.trim() ?? '';
    const per = perTokens(unit || header);
    if (per === null || (billed !== '' && !/token/i.test(billed))) {
      const other = Object.entries(unitPrice(unit, amounts[0])) as [CostField, number | null][];
      return other.map(([field, usd]) => ({ field, usd }));
    }
    return amounts.flatMap((amount) => {
      const field = said(line) ?? inOrder[place++];
      return field ? [{ field, usd: scaled(amount, 1000, per) }] : [];
    });
  });
}

/** "1M tokens", "1,000 input tokens" -> how many; null for another unit. */
function perTokens(unit: string): number | null {
  const found = /(?:^|per )\s*([\d,]+)?\s*(million|thousand|m|k)?\s*(?:\w+ )?tokens?\b/i.exec(unit);
  if (!found) return null;
  const [, number = '1', scale = ''] = found;
  return (
    Number(number.replaceAll(',', '')) * ({ million: 1e6, m: 1e6, thousand: 1e3, k: 1e3 }[scale.toLowerCase()] ?? 1)
  );
}

function said(line: string): CostField | null {
  if (/cach/i.test(line)) return /write|writing|creation/i.test(line) ? 'cacheWrite' : 'cacheRead';
  return /\binput\b/i.test(line) ? 'input' : /\boutput\b/i.test(line) ? 'output' : null;
}
