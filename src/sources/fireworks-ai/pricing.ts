import { z } from 'zod';
import type { Request } from '../../model/request.js';
import { defineEndpoint } from '../define.js';
import { flag, id, text } from '../parse/fields.js';
import { markdownTables } from '../parse/markdown.js';
import { perMillion } from '../parse/money.js';
import { shapeError } from '../parse/shapeError.js';
import { shownPrice } from '../parse/shownPrice.js';
import { type Cell, cellOf, type Table, tablesWith } from '../parse/tables.js';
import { priorityTier, triple } from './model.js';

export const pricingDocument: Request = { url: 'https://docs.fireworks.ai/serverless/pricing.md' };

const row = z.looseObject({
  id,
  name: text,
  variant: flag,
  standard: text,
  priority: text,
  input: text,
  cached: text,
  output: text,
});
type Row = z.infer<typeof row>;

/** The document of serverless prices: a table of models, their prices in one cell a service tier or in one column each. */
export const pricing = defineEndpoint({
  name: 'docs',
  requests: { list: pricingDocument },
  rows: ({ list }) => documentedRows(list.body),
  row,
  normalize: (model) =>
    model.variant
      ? undefined
      : {
          id: model.id,
          name: model.name,
          cost: model.standard ? triple(model.standard) : columnsOf(model),
          tiers: priorityTier(model.priority),
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
  const tables = [...tablesWith(all, /^model$/, /^standard/), ...tablesWith(all, /^model$/, /^input/, /^output/)];
  if (tables.length === 0) throw shapeError('no table with the columns model and standard, or model, input and output');
  const rows = tables.flatMap((table) => table.rows.map((cells) => documented(table, cells)));
  return rows.toSorted((a, b) => Number(a.aside) - Number(b.aside));
}

function documented(table: Table, cells: readonly Cell[]) {
  const { text: shown, links } = cellOf(table, cells, /^model$/);
  const cell = (title: RegExp) => cellOf(table, cells, title).text;
  const [, account, slug] = /\/models\/([^/?#]+)\/([^/?#]+)/.exec(links[0]?.url ?? '') ?? [];
  return {
    ...(account && slug && { id: `accounts/${account}/models/${slug}` }),
    name: shown,
    variant: slug !== undefined && isVariant(shown, slug),
    /** A remark, "(US)" or "(Preview)", or another name than the slug's: it counts only where no other is of this id. */
    aside: /\)$/.test(shown) || !endsAlike(shown, slug),
    standard: cell(/^standard/),
    priority: cell(/^priority/),
    input: cell(/^input/),
    cached: cell(/^cached/),
    output: cell(/^output/),
  };
}

/**
 * "Kimi K2.6 Fast" links to the page of Kimi K2.6: its last word is not in the slug `kimi-k2p6`, of which nothing else
 * is unsaid. What the variant is called in the API the document does not say.
 */
function isVariant(shown: string, slug: string): boolean {
  const said = wordsOf(shown).flatMap((word) => [word, `v${word}`]);
  return !endsAlike(shown, slug) && slugWords(slug).every((word) => said.includes(word));
}

const endsAlike = (shown: string, slug = ''): boolean => slugWords(slug).includes(wordsOf(shown).at(-1) ?? '');

const slugWords = (slug: string): string[] => slug.toLowerCase().split('-');

/** A name's words as slugs write them, in which a `p` stands for a dot; remarks in parentheses left out. */
const wordsOf = (shown: string): string[] =>
  shown
    .replaceAll(/\([^)]*\)/g, ' ')
    .toLowerCase()
    .replaceAll(/(\d)\.(\d)/g, '$1p$2')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
