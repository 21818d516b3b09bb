import { type AnyNode, isTag, isText } from 'domhandler';
import { htmlPage } from '../parse/htmlPage.js';
import { dollars } from '../parse/money.js';
import { shapeError } from '../parse/shapeError.js';
import { label } from '../parse/tables.js';

/** A model's row of the price page, as shown: prices in USD per 1M tokens. */
export interface Card {
  readonly name: string;
  /** Rounded: "1049K". */
  readonly context: string | null;
  readonly input?: string;
  readonly cacheRead?: string;
  readonly output?: string;
  /** Amounts that fit no column, or are per something else than tokens. */
  readonly unread?: string;
}

/** `unread` is a column of a name that nobody knows: its amounts are told, and are no neighbour's. */
type PriceColumn = 'input' | 'cacheRead' | 'output' | 'unread';

/**
 * The language models' rows of the Framer page: elements named "LLM - Desktop", repeated for other screens. Their words
 * are, in order: name, maybe a context, a price for each column of the header (the cached one may be missing), "Details".
 * Throws a shape error where the page has none.
 */
export function priceCards(body: string): Card[] {
  const $ = htmlPage(body);
  $('del,s,script,style').remove();
  const named = '[data-framer-name]';
  const header = $(named).filter((_, element) => /^header/i.test($(element).attr('data-framer-name') ?? ''));
  const columns = columnsOf(
    header
      .toArray()
      .map(words)
      .find((titles) => columnsOf(titles).length > 0) ?? [],
  );
  const cards = new Map<string, Card>();
  const isRow = (element: AnyNode) => /^LLM\b/.test($(element).attr('data-framer-name') ?? '');
  for (const element of $(named).toArray().filter(isRow)) {
    if ($(element).find(named).toArray().some(isRow)) continue;
    const card = cardOf(words(element), columns.length > 0 ? columns : ['input', 'cacheRead', 'output']);
    if (card && !cards.has(card.name.toLowerCase())) cards.set(card.name.toLowerCase(), card);
  }
  if (cards.size === 0) throw shapeError('the price page shows no language models');
  return [...cards.values()];
}

/** The pieces of text of an element, in order. */
const words = (node: AnyNode): string[] =>
  isText(node) ? [node.data.trim()].filter(Boolean) : isTag(node) ? node.children.flatMap(words) : [];

const columnsOf = (titles: readonly string[]): PriceColumn[] =>
  titles
    .filter((title) => /input|output/i.test(title))
    .map((title) => {
      const words = label(title).replaceAll(/\b(price|per|1?m|mtok|tokens?|usd)\b|[$/]/g, ' ');
      if (/\bcached?\b/.test(words)) return 'cacheRead';
      const [, known] = /^\s*(input|output)\s*$/.exec(words) ?? [];
      return known === 'input' || known === 'output' ? known : 'unread';
    });

function cardOf([name, ...rest]: readonly string[], columns: readonly PriceColumn[]): Card | null {
  if (name === undefined) return null;
  const context = rest.find((piece) => /^\d[\d.,]*\s*[KM]$/i.test(piece)) ?? null;
  const shown = rest.join(' ');
  const amounts = /\/\s*(?!m\b)[a-z]/i.test(shown) ? [] : dollars(shown);
  const always = columns.filter((column) => column === 'input' || column === 'output');
  const places = amounts.length === columns.length ? columns : always;
  if (amounts.length !== places.length) return { name, context, ...(dollars(shown).length > 0 && { unread: shown }) };
  return { name, context, ...Object.fromEntries(places.map((column, i) => [column, amounts[i]])) };
}
