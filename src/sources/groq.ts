import { z } from 'zod';
import type { Page } from '../model/page.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { pricesOf, whyNoPrice } from './groq/prices.js';
import { count, flag, id, parts, text } from './parse/fields.js';
import { jsonList } from './parse/json.js';
import { markdownTables } from './parse/markdown.js';
import { serviceLevel } from './parse/serviceLevel.js';
import { shapeError } from './parse/shapeError.js';
import { type Cell, cellOf, column, isUnder, tablesWith } from './parse/tables.js';
import { tokens } from './parse/tokens.js';

const listed = z.looseObject({
  id,
  owned_by: text,
  active: flag,
  context_window: count,
  max_completion_tokens: count,
});

const documented = z.looseObject({
  id,
  name: text,
  prices: parts({ text, level: text }),
  context: count,
  output: count,
  preview: flag,
  isDeprecated: flag,
});

/**
 * Groq: the models page as markdown (prices, USD per 1M tokens) and GET /openai/v1/models (key; limits, no prices).
 * Evidence: markdown bodies of August and September 2026, API bodies of September 2025 and February 2026.
 */
export const groq = defineSource({
  id: 'groq',
  name: 'Groq',
  docs: 'https://console.groq.com/docs/models',
  env: ['GROQ_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'api',
      requests: { list: { url: 'https://api.groq.com/openai/v1/models', key: { env: ['GROQ_API_KEY'] } } },
      rows: ({ list }) => jsonList(list, 'data'),
      row: listed,
      normalize: (model) =>
        model.active === false
          ? undefined
          : {
              id: model.id,
              ownedBy: model.owned_by,
              limit: { context: model.context_window, output: model.max_completion_tokens },
            },
    }),
    defineEndpoint({
      name: 'docs',
      requests: { list: { url: 'https://console.groq.com/docs/models.md' } },
      rows: ({ list }) => documentRows(list),
      row: documented,
      normalize: (model) => ({
        id: model.id,
        name: model.name,
        limit: { context: model.context, output: model.output },
        status: model.isDeprecated ? 'deprecated' : model.preview ? 'preview' : 'active',
        ...pricesOf(model.prices),
        ...whyNoPrice(model.id, model.prices),
      }),
    }),
    catalog('groq'),
  ],
});

function documentRows({ body }: Page): unknown[] {
  const tables = tablesWith(markdownTables(body), /^model( id)?$/, /^price/);
  if (tables.length === 0) throw shapeError('no table with the columns model and price');
  const found = tables.flatMap((table) =>
    table.rows.map((cells) => ({
      price: { text: cellOf(table, cells, /^price/).text, level: serviceLevel(table.headings, sections) },
      row: {
        ...named(cells[column(table, /^model( id)?$/)]),
        context: tokens(cellOf(table, cells, /^context/).text),
        output: tokens(cellOf(table, cells, /^max (completion|output)/).text),
        preview: isUnder(table, /preview/),
        isDeprecated: isUnder(table, /deprecated/),
      },
    })),
  );
  return found
    .filter(({ row }, i) => row.id === '' || found.findIndex((other) => other.row.id === row.id) === i)
    .map(({ row }) => ({
      ...row,
      prices: found.filter((other) => other.row.id === row.id).map(({ price }) => price),
    }));
}

/** Words of the page's headings that say what stands there, not what it costs. */
const sections = /^(production|preview|deprecated|supported|systems?|featured)$/;

/**
 * The id stands behind the link and repeats its tail, maybe with a badge glued before it:
 * `[Llama 3.1 8B](/docs/model/llama-3.1-8b-instant)Enterprisellama-3.1-8b-instant`.
 */
function named(cell: Cell | undefined): { id: string; name: string | null } {
  const text = cell?.text ?? '';
  const link = cell?.links.findLast(({ url }) => url.includes('/docs/'));
  const tail = link?.url.replace(/^.*?\/docs\/(model|compound\/systems)\//, '') ?? '';
  const after = link ? text.slice(text.indexOf(link.text) + link.text.length) : text;
  const rest = after.trim().split(/\s+/).at(-1) ?? '';
  return {
    id: tail !== '' && rest.endsWith(tail) && !rest.endsWith(`/${tail}`) ? tail : rest.replace(/^Enterprise/, ''),
    name: link?.text ?? null,
  };
}
