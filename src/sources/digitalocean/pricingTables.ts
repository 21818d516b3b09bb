import type { CostField } from '../../model/cost.js';
import { dollars, scaled } from '../parse/money.js';
import { notEmpty } from '../parse/notEmpty.js';
import { cellOf, column, isUnder, label, type Table, tablesWith } from '../parse/tables.js';
import { unitPrice } from '../parse/unitPrice.js';
import type { Listing, Price } from './priceList.js';

/** The models of the pricing page, markdown or HTML; batch prices as such, GPUs of one's own left out. */
export function pricingTables(tables: readonly Table[]): Listing[] {
  const found = notEmpty(
    tablesWith(tables, /^model/, /^price/).filter((table) => !isUnder(table, otherUse)),
    'no table with the columns model and price',
  );
  return found.flatMap((table) => {
    const serviceTier = table.headings.flatMap(tierIn).at(-1);
    const header = table.header[column(table, /^price/)] ?? '';
    return table.rows.map((cells): Listing => {
      const unit = cellOf(table, cells, /^billing unit/).text;
      const model = cellOf(table, cells, /^model/);
      const { prices, unread } = pricesIn(cellOf(table, cells, /^price/).text, unit, header);
      return {
        name: model.links[0]?.text ?? model.text.split('\n')[0] ?? '',
        lab: cellOf(table, cells, /^provider/).text || labIn(table),
        prices: prices.map((price) => ({ ...price, when: serviceTier ? { serviceTier } : {} })),
        unread,
      };
    });
  });
}

/** Tables of other things than calling a model by the token. */
const otherUse = /\b(dedicated|gpu|provisioned|training|knowledge bases?|agents?|evaluations?|storage)\b|\bfine tun/;

/** "Batch Inference Pricing" above the table; what nobody knows is a level of service of its own name, "Meta Models" a lab's. */
function tierIn(heading: string): string[] {
  if (/ models$/i.test(heading.trim())) return [];
  const words = label(heading).replaceAll(
    /\b(serverless|inference|pricing|prices?|models?|standard|std|default|on demand)\b/g,
    ' ',
  );
  const word = words.replaceAll(/\s+/g, ' ').trim();
  return word === '' ? [] : [/\b(batch|flex|priority)\b/.exec(word)?.[1] ?? word];
}

/** "Anthropic Models" above the table. */
const labIn = (table: Table): string | null => /^(.+) models$/i.exec(table.headings.at(-1) ?? '')?.[1] ?? null;

const inOrder: readonly CostField[] = ['input', 'output', 'cacheRead'];

/**
 * "$0.112 per 1M tokens", "$0.224 per 1M tokens", "Prompt caching $0.028 per 1M tokens", a line each: input, output
 * and cache in this order where a line does not say. Other units have their own prices.
 */
function pricesIn(cell: string, billed: string, header: string): { prices: Price[]; unread: string[] } {
  let place = 0;
  const unread: string[] = [];
  const prices = cell.split('\n').flatMap((line): Price[] => {
    const amounts = dollars(line);
    const unit =
      /(?:\bper\b|\/)\s*(?:\$[\d.,]+)?\s*([^$(]*)/i.exec(line.replace(/^.*\$\s*[\d.,]+/, ''))?.[1]?.trim() ?? '';
    const per = perTokens(unit || header);
    if (per === null || (billed !== '' && !/token/i.test(billed))) {
      const other = Object.entries(unitPrice(unit, amounts[0])) as [CostField, number | null][];
      if (amounts.length > 0 && other.length === 0) unread.push(line);
      return other.map(([field, usd]) => ({ field, usd }));
    }
    return amounts.flatMap((amount) => {
      const field = said(line) ?? inOrder[place++];
      return field ? [{ field, usd: scaled(amount, 1000, per) }] : [];
    });
  });
  return { prices, unread };
}

/** "1M tokens", "1,000 input tokens" -> how many; null for another unit. */
function perTokens(unit: string): number | null {
  const found = /(?:^|per )\s{0,4}([\d,]{1,20})?\s{0,4}(million|thousand|m|k)?\s{0,4}(?:\w{1,20} )?tokens?\b/i.exec(
    unit,
  );
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
