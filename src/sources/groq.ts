import { z } from 'zod';
import type { Page } from '../model/page.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { pricesOf, whyNoPrice } from './groq/prices.js';
import { listEndpoint } from './listEndpoint.js';
import { openaiRow } from './openaiList.js';
import { count, flag, id, parts, status, text } from './parse/fields.js';
import { grouped } from './parse/grouped.js';
import { lifecycleNamed } from './parse/lifecycleNamed.js';
import { markdownTables } from './parse/markdown.js';
import { serviceLevel } from './parse/serviceLevel.js';
import { tableRows } from './parse/tableRows.js';
import { type Cell, column } from './parse/tables.js';
import { tokens } from './parse/tokens.js';

const listed = openaiRow.extend({ active: flag, context_window: count, max_completion_tokens: count });

const documented = z.looseObject({
  id,
  name: text,
  prices: parts({ text, level: text }),
  context: count,
  output: count,
  status,
});

/**
 * Groq: the models page as markdown (prices, USD per 1M tokens) and GET /openai/v1/models (key; limits, no prices).
 * Evidence: markdown bodies of August and September 2026, API bodies of September 2025 and February 2026.
 */
export const groq = defineSource({
  id: 'groq',
  name: 'Groq',
  providerKind: 'host',
  docs: 'https://console.groq.com/docs/models',
  env: ['GROQ_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://api.groq.com/openai/v1/models', key: { env: ['GROQ_API_KEY'] } },
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
    listEndpoint('docs', {
      list: { url: 'https://console.groq.com/docs/models.md' },
      rows: documentRows,
      row: documented,
      normalize: (model) => ({
        id: model.id,
        name: model.name,
        limit: { context: model.context, output: model.output },
        status: model.status ?? 'active',
        ...pricesOf(model.prices),
        ...whyNoPrice(model.id, model.prices),
      }),
    }),
    catalog('groq'),
  ],
});

const columns = { model: /^model( id)?$/, price: /^price/, context: /^context/, output: /^max (completion|output)/ };

/** One row a model, or one each where nothing names it: it may stand in several tables, one for each level of service. */
function documentRows({ body }: Page): unknown[] {
  const found = tableRows(markdownTables(body), columns, 'model', 'price').map(({ table, cells, shown }) => ({
    ...named(cells[column(table, columns.model)]),
    context: tokens(shown.context),
    output: tokens(shown.output),
    status: lifecycleNamed(table.headings.join(' ')),
    cell: { text: shown.price, level: serviceLevel(table.headings, sections) },
  }));
  return [...grouped(found, ({ id }) => id)].flatMap(([model, rows]) => {
    const prices = rows.map(({ cell }) => cell);
    return rows.slice(0, model === '' ? rows.length : 1).map((row) => ({ ...row, prices }));
  });
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
