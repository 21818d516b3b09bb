import { label } from './tables.js';

/** Levels of service that providers sell beside the standard one, by the word for them. */
const levels = ['batch', 'flex', 'priority', 'fast'];

/** Words of a heading that say nothing of the price: what kind of models, which of them, that there are prices. */
const plain = new Set(
  (
    'a all and api as chat current flagship for foundation general generation global go inference language large latest ' +
    'legacy llm llms model models multimodal new of on other our pay per price prices pricing product reasoning series ' +
    'small standard std text the to token tokens vision you'
  ).split(' '),
);

/**
 * The level of service that a table's headings (or a note) name, '' for the standard one. Words that nobody knows open a
 * level of their own name: they never mean the standard price. The title of the page, above other headings, is passed over.
 */
export function serviceLevel(named: string | readonly string[], own: RegExp = /^$/): string {
  const headings = [named].flat();
  const titles = headings.slice(headings.length > 1 ? 1 : 0).map(label);
  const known = levels.find((level) => titles.some((title) => title.split(' ').includes(level)));
  return known ?? titles.findLast((title) => title.split(' ').some((word) => !isPlain(word, own))) ?? '';
}

const isPlain = (word: string, own: RegExp): boolean =>
  word === '' || /^\P{L}+$/u.test(word) || plain.has(word) || /^v?\d[\d.]*$/.test(word) || own.test(word);
