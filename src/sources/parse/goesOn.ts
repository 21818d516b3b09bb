import type { Page } from '../../model/page.js';
import { json } from './json.js';

type Fields = Readonly<Record<string, unknown>>;

const wordsIn = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Names, in small letters alone, of fields that say whether there is more. */
const flags = wordsIn('hasmore hasnext hasnextpage morepages ismore');

/** Names of fields that lead to the next page, where there is one. */
const cursors = wordsIn(
  'next nextpage nexturl nextlink nextcursor nextpagetoken nexttoken nextpagelink odatanextlink continuationtoken pagetoken',
);

/** Names of fields that say which page it is, and how many there are. */
const places = wordsIn('page currentpage pagenumber pageno');
const totals = wordsIn('pages totalpages pagecount lastpage numpages');

/** Parts of an answer that tell of its pages; the first level is looked through for itself. */
const parts = wordsIn('links pages pagination paging pageinfo resultinfo meta metadata cursor cursors');

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether an answer says in so many words that there is another page after it, in the fields that lists have for it. */
export function goesOn(page: Page): boolean {
  if (!page.body.trimStart().startsWith('{')) return false;
  try {
    return saysMore(json(page));
  } catch {
    return false;
  }
}

function saysMore(value: unknown): boolean {
  if (!isFields(value)) return false;
  const fields = Object.entries(value).map(
    ([key, field]) => [key.toLowerCase().replace(/[^a-z]/g, ''), field] as const,
  );
  const numberIn = (names: ReadonlySet<string>): number =>
    Number(fields.find(([key, field]) => names.has(key) && typeof field === 'number')?.[1] ?? NaN);
  const flag = fields.find(([key, field]) => flags.has(key) && typeof field === 'boolean')?.[1];
  return (
    flag === true ||
    (flag === undefined && fields.some(([key, field]) => cursors.has(key) && leadsOn(field))) ||
    numberIn(places) < numberIn(totals) ||
    fields.some(([key, field]) => parts.has(key) && saysMore(field))
  );
}

const leadsOn = (cursor: unknown): boolean =>
  (typeof cursor === 'string' && cursor.trim() !== '') || (typeof cursor === 'number' && cursor > 0);
