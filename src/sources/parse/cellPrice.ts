import type { Draft } from '../../model/draft.js';
import { dollars } from './money.js';
import { unitPrice } from './unitPrice.js';
import { withoutBetween } from './withoutBetween.js';

const short: Readonly<Record<string, string>> = {
  s: 'second',
  sec: 'second',
  min: 'minute',
  hr: 'hour',
  img: 'image',
  char: 'character',
  chars: 'characters',
};

/**
 * What a cell says that names its unit, short or in full: "$0.02 / image", "$100 / M characters", "$0.05 per sec". Of a
 * list price and what is charged in its place the last one counts. `unit` is that of a cell that names none.
 */
export function cellPrice(cell: string | null | undefined, unit = ''): NonNullable<Draft['cost']> {
  const price = dollars(withoutBetween(cell ?? '', '(', ')', ' ')).at(-1);
  const words = /\$\s*[\d.,]+\s*(?:\/|\bper\b)\s*([^$(]+)/i.exec(cell ?? '')?.[1] ?? unit;
  const spelt = words
    .trim()
    .toLowerCase()
    .replace(/\b[a-z]+$/, (word) => short[word] ?? word);
  return price === undefined ? {} : unitPrice(spelt, price);
}
