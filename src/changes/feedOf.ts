import type { Change } from '../model/change.js';
import { conditionOf } from '../settle/conditionOf.js';
import { groupBy } from '../identity/groupBy.js';
import { asText, element } from './markup.js';
import { moves, percentWord, priceWord } from './priceWords.js';

/** Runs that the feed tells, the newest ones. */
export const mostEntries = 100;

/** Prices of one run that are told; changes.jsonl has them all. */
const mostPrices = 200;

/** A name in the space that RFC 2606 keeps free, for a feed is made before anybody knows where it will be. */
const tagOf = (of: string): string => `tag:ratecard.invalid,2026:${of}`;

/**
 * The Atom feed (RFC 4287) of all changes so far, in the order of their runs: an entry for each of the last hundred runs that
 * found prices changed, the newest first. Equal changes give equal bytes.
 */
export function feedOf(changes: readonly Change[]): string {
  const first = changes[0]?.run ?? '';
  const updated = changes.at(-1)?.run ?? '';
  const prices = changes.filter(({ kind }) => kind === 'price');
  const byRun = groupBy(prices, ({ run = '' }) => run);
  const entries = [...byRun].slice(-mostEntries).reverse();
  const parts = [
    element('title', 'Prices of AI models that changed'),
    element('id', asText(tagOf(`feed/${first}`))),
    element('updated', asText(updated)),
    element('author', element('name', 'ratecard')),
    element('generator', 'ratecard'),
    ...entries.map(([run, some]) => entryOf(run, some)),
  ];
  const feed = element('feed', `\n${parts.join('\n')}\n`, { xmlns: 'http://www.w3.org/2005/Atom' });
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed}\n`;
}

function entryOf(run: string, prices: readonly Change[]): string {
  const providers = [...new Set(prices.map(({ provider }) => provider))];
  const more = prices.length - mostPrices;
  const lines = [
    ...prices.slice(0, mostPrices).map((price) => element('li', asText(lineOf(price)))),
    ...(more > 0 ? [element('li', `and ${more} more`)] : []),
  ];
  return element(
    'entry',
    [
      element('title', asText(`${run.slice(0, 10)}: ${moves(prices)} at ${providers.join(', ')}`)),
      element('id', asText(tagOf(`run/${run}`))),
      element('updated', asText(run)),
      // Of type html, so that the markup of the list is text here, and what it says is escaped twice.
      element('content', asText(element('ul', lines.join(''))), { type: 'html' }),
    ].join('\n'),
  );
}

function lineOf({ provider, id, field, when, before, after, percent, evidence }: Change): string {
  const under = when ? ` (${conditionOf(when)})` : '';
  const by = percentWord(percent);
  const { witness = '', fetchedAt = null } = evidence.after ?? {};
  const said = `${witness}${fetchedAt === null ? '' : `, ${fetchedAt.slice(0, 10)}`}`;
  const moved = `${priceWord(field, before)} → ${priceWord(field, after)}${by === '' ? '' : ` (${by})`}`;
  return `${provider}/${id ?? ''} ${field ?? ''}${under}: ${moved}, says ${said}`;
}
