import { z } from 'zod';
import type { Request } from '../../model/request.js';
import { listEndpoint } from '../listEndpoint.js';
import { flag, id, parts, text } from '../parse/fields.js';
import { levelWords } from '../parse/levelWords.js';
import { markdownTables } from '../parse/markdown.js';
import { perMillion } from '../parse/money.js';
import { notEmpty } from '../parse/notEmpty.js';
import { shownPrice } from '../parse/shownPrice.js';
import { type Cell, cellOf, label, type Table, tablesWith } from '../parse/tables.js';
import { levelTiers, triple, unreadCell } from './cells.js';
import { withoutBetween } from '../parse/withoutBetween.js';

export const pricingDocument: Request = { url: 'https://docs.fireworks.ai/serverless/pricing.md' };

const row = z.looseObject({
  id,
  name: text,
  variant: flag,
  standard: text,
  levels: parts({ level: text, cell: text }),
  input: text,
  cached: text,
  output: text,
});
type Row = z.infer<typeof row>;

/** The document of serverless prices: a table of models, their prices in one cell a service tier or in one column each. */
export const pricing = listEndpoint('docs', {
  list: pricingDocument,
  rows: (page) => documentedRows(page.body),
  row,
  normalize: (model) => {
    if (model.variant) return undefined;
    const cost = model.standard ? triple(model.standard) : columnsOf(model);
    const cells = [model.standard, ...model.levels.map(({ cell }) => cell)];
    return {
      id: model.id,
      name: model.name,
      cost,
      tiers: levelTiers(model.levels),
      issues: cells.flatMap((cell) => unreadCell(cell)),
    };
  },
});

const columnsOf = (model: Row) => ({
  input: perMillion(shownPrice(model.input)),
  cacheRead: perMillion(shownPrice(model.cached)),
  output: perMillion(shownPrice(model.output)),
});

/** The rows of the document. Several may be of one id: the first one that is no variant is the model itself. */
export function documentedRows(body: string) {
  const all = markdownTables(body);
  const tables = notEmpty(
    [...tablesWith(all, /^model$/, /^standard/), ...tablesWith(all, /^model$/, /^input/, /^output/)],
    'no table with the columns model and standard, or model, input and output',
  );
  const rows = tables.flatMap((table) => table.rows.map((cells) => documented(table, cells)));
  const order = rows.toSorted((a, b) => Number(a.aside) - Number(b.aside) || Number(a.isLevel) - Number(b.isLevel));
  // Below a heading of another level stand the prices of that level of a model that another table has.
  return order.map((row) => ({
    ...row,
    levels: [
      ...row.levels,
      ...order.filter((other) => other !== row && other.isLevel && other.id === row.id).flatMap(({ levels }) => levels),
    ],
  }));
}

function documented(table: Table, cells: readonly Cell[]) {
  const { text: shown, links } = cellOf(table, cells, /^model$/);
  const cell = (title: RegExp) => cellOf(table, cells, title).text;
  const [, account, slug] = /\/models\/([^/?#]+)\/([^/?#]+)/.exec(links[0]?.url ?? '') ?? [];
  const router = slug === undefined ? null : routerOf(shown, slug);
  const heading = levelWords(table.headings.at(-1) ?? '');
  return {
    ...(account && slug && { id: `accounts/${account}/${router ? `routers/${slug}-${router}` : `models/${slug}`}` }),
    name: shown,
    variant: slug !== undefined && !router && isVariant(shown, slug),
    /** A remark, "(Preview)", or another name than the slug's: it counts only where no other is of this id. */
    isLevel: heading !== '',
    aside: !router && (/\)$/.test(shown) || !endsAlike(shown, slug)),
    ...(heading === '' && {
      standard: cell(/^standard/),
      input: cell(/^input/),
      cached: cell(/^cached/),
      output: cell(/^output/),
    }),
    levels: levelsIn(table, cells, heading),
  };
}

/** The cells of service levels, each with what its column or the heading above the table calls it. */
const levelsIn = (table: Table, cells: readonly Cell[], heading: string) =>
  table.header.flatMap((title, i) => {
    if (/^(model$|input|cached|output)/.test(label(title))) return [];
    const level = [heading, levelWords(title)].filter(Boolean).join(' ');
    return level ? [{ level, cell: cells[i]?.text }] : [];
  });

/** "Kimi K2.6 Fast" and "Kimi K3 (US)" are called by a router of their own, beside the model that they link to. */
function routerOf(shown: string, slug: string): 'fast' | 'us' | null {
  const word = /[ (](fast|us)\)?$/i.exec(shown)?.[1]?.toLowerCase();
  return (word === 'fast' || word === 'us') && !slugWords(slug).includes(word) ? word : null;
}

/**
 * "Kimi K2.6 Turbo" links to the page of Kimi K2.6: its last word is not in the slug `kimi-k2p6`, of which nothing else
 * is unsaid. What such a variant is called in the API nobody says.
 */
function isVariant(shown: string, slug: string): boolean {
  const said = wordsOf(shown).flatMap((word) => [word, `v${word}`]);
  return !endsAlike(shown, slug) && slugWords(slug).every((word) => said.includes(word));
}

const endsAlike = (shown: string, slug = ''): boolean => slugWords(slug).includes(wordsOf(shown).at(-1) ?? '');

const slugWords = (slug: string): string[] => slug.toLowerCase().split('-');

/** A name's words as slugs write them, in which a `p` stands for a dot; remarks in parentheses left out. */
const wordsOf = (shown: string): string[] =>
  withoutBetween(shown, '(', ')', ' ')
    .toLowerCase()
    .replaceAll(/(\d)\.(\d)/g, '$1p$2')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
