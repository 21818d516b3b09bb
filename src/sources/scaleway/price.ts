import type { Draft } from '../../model/draft.js';
import type { Issue } from '../../model/pricing.js';
import { saysFree } from '../parse/shownPrice.js';
import { times } from '../parse/times.js';
import { wordedPrices } from '../parse/wordedPrices.js';

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
  if (cells.every(saysFree)) return { cost: { input: 0, output: 0 }, priceStatus: 'free' };
  const euro = inEuro({ input, output });
  const fields = Object.entries(euro.cost);
  if (rate === null && fields.length > 0) return { noPrice: `${wordsOf(cells)}: no rate of the dollar at hand` };
  const cost = times(euro.cost, rate);
  // "Free" output, as embeddings have it, is a price of 0 beside one for the input.
  return { cost: { ...cost, ...(fields.length > 0 && saysFree(output) && { output: 0 }) }, issues: euro.issues };
}

/** "in euro: €1.80 /million tokens in, €5.50 /million tokens out". */
const wordsOf = (cells: readonly (string | null)[]): string =>
  `in euro: ${cells.map((cell, i) => `${(cell ?? '-').replaceAll(/\s+/g, ' ')} ${i === 0 ? 'in' : 'out'}`).join(', ')}`;

/** The prices of both cells, each with its unit behind it: "€0.40 /million tokens", "€0.08 /million tokens cached". */
function inEuro({ input, output }: Pick<Cells, 'input' | 'output'>): { cost: Cost; issues: Issue[] } {
  const taken = wordedPrices(input ?? '', (words) => unitOf(words, 'input'), '€');
  const given = wordedPrices(output ?? '', (words) => unitOf(words, 'output'), '€');
  const unread = [...given.unread, ...taken.unread];
  return {
    cost: { ...given.cost, ...taken.cost },
    issues: unread.map((detail) => ({ code: 'unread-price', detail })),
  };
}

/** The unit in the words of other lists: "million tokens cached" -> "million cached input tokens". */
const unitOf = (unit: string, side: 'input' | 'output'): string => {
  const words = unit.replaceAll(/\s+/g, ' ').toLowerCase();
  if (!/^(million|1m|m) (cached )?tokens( cached)?$/.test(words)) return words;
  return words.includes('cached') ? 'million cached input tokens' : `million ${side} tokens`;
};
