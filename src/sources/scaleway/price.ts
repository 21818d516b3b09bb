import type { Draft } from '../../model/draft.js';
import type { Issue } from '../../model/model.js';
import { multiple } from '../parse/money.js';
import { unitPrice } from '../parse/unitPrice.js';

type Cost = NonNullable<Draft['cost']>;

/** The cells of a row, and what a euro costs in dollars on that day; null where nobody says. */
interface Cells {
  readonly input: string | null;
  readonly output: string | null;
  readonly rate: number | null;
}

/** In dollars with the day's rate, else the amounts in euro as the reason why there is no price. */
export function priceOf({ input, output, rate }: Cells): Pick<Draft, 'cost' | 'priceStatus' | 'issues' | 'noPrice'> {
  const cells = [input, output];
  if (cells.every(isFree)) return { cost: { input: 0, output: 0 }, priceStatus: 'free' };
  const euro = inEuro({ input, output });
  const fields = Object.entries(euro.cost);
  if (rate === null && fields.length > 0) return { noPrice: `${wordsOf(cells)}: no rate of the dollar at hand` };
  const cost = Object.fromEntries(fields.map(([field, price]) => [field, multiple(price, rate)]));
  // "Free" output, as embeddings have it, is a price of 0 beside one for the input.
  return { cost: { ...cost, ...(fields.length > 0 && isFree(output) && { output: 0 }) }, issues: euro.issues };
}

const isFree = (cell: string | null): boolean => /^free$/i.test(cell ?? '');

/** "in euro: €1.80 /million tokens in, €5.50 /million tokens out". */
const wordsOf = (cells: readonly (string | null)[]): string =>
  `in euro: ${cells.map((cell, i) => `${(cell ?? '-').replaceAll(/\s+/g, ' ')} ${i === 0 ? 'in' : 'out'}`).join(', ')}`;

function inEuro({ input, output }: Pick<Cells, 'input' | 'output'>): { cost: Cost; issues: Issue[] } {
  const sides = [pricesIn(output ?? '', 'output'), pricesIn(input ?? '', 'input')];
  return {
    cost: Object.assign({}, ...sides.map(({ cost }) => cost)) as Cost,
    issues: sides.flatMap(({ issues }) => issues),
  };
}

/** The prices of a cell, each with its unit behind it: "€0.40 /million tokens", "€0.08 /million tokens cached". */
function pricesIn(cell: string, side: 'input' | 'output'): { cost: Cost; issues: Issue[] } {
  const issues: Issue[] = [];
  const found = [...cell.matchAll(/€\s*(\d+(?:,\d{3})*(?:\.\d+)?)(?![\d,.])([^€]*)/g)].map(
    ([, price = '', unit = '']): Cost => {
      const read = unitPrice(unitOf(unit, side), price.replaceAll(',', ''));
      if (Object.keys(read).length === 0) issues.push({ code: 'unknown-unit', detail: `€${price} ${unit.trim()}` });
      return read;
    },
  );
  return { cost: Object.assign({}, ...found.reverse()) as Cost, issues };
}

/** The unit in the words of other lists: "/million tokens cached" -> "million cached input tokens". */
const unitOf = (unit: string, side: 'input' | 'output'): string => {
  const words = unit.replace('/', ' ').replaceAll(/\s+/g, ' ').trim().toLowerCase();
  if (!/^(million|1m|m) (cached )?tokens( cached)?$/.test(words)) return words;
  return words.includes('cached') ? 'million cached input tokens' : `million ${side} tokens`;
};
