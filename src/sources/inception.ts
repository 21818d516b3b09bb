import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import { type Lifecycle, lifecycle } from '../model/model.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource, type Endpoint } from './define.js';
import { id, text } from './parse/fields.js';
import { hostDraft, hostRow } from './parse/hostList.js';
import { jsonList } from './parse/json.js';
import { markdownTables } from './parse/markdown.js';
import { modalitiesOf } from './parse/modalities.js';
import { perMillion } from './parse/money.js';
import { shapeError } from './parse/shapeError.js';
import { isPerMillion, shownPrice } from './parse/shownPrice.js';
import { type Cell, cellOf, column, isUnder, type Table, tablesWith } from './parse/tables.js';
import { tokens } from './parse/tokens.js';

const listed = hostRow.extend({ owned_by: text });

const documented = z.looseObject({
  id,
  name: text,
  unit: text,
  input: text,
  cached: text,
  output: text,
  endpoints: text,
  context: text,
  features: text,
  formats: text,
  longest: text,
  status: lifecycle.nullable().catch(null),
});
type Documented = z.infer<typeof documented>;

const models: Request = { url: 'https://api.inceptionlabs.ai/v1/models' };

const list = (name: string, request: Request): Endpoint =>
  defineEndpoint({
    name,
    requests: { list: request },
    rows: ({ list }) => jsonList(list, 'data'),
    row: listed,
    normalize: listedModel,
  });

/**
 * Inception: GET /v1/models, keyless but tried with the key first (strings, USD per token), and the models page as markdown (USD per 1M tokens).
 * Evidence: the list from a typed client and its sync of July 2026, the page recorded.
 */
export const inception = defineSource({
  id: 'inception',
  name: 'Inception',
  docs: 'https://docs.inceptionlabs.ai/get-started/models',
  env: ['INCEPTION_API_KEY'],
  unit: 'USD per token, strings',
  evidence: 'schema',
  endpoints: [
    list('api-key', { ...models, key: { env: ['INCEPTION_API_KEY'] } }),
    { ...list('api', models), fills: false },
    defineEndpoint({
      name: 'docs',
      requests: { list: { url: 'https://docs.inceptionlabs.ai/get-started/models.md' } },
      rows: ({ list }) => documentRows(list),
      row: documented,
      normalize: documentedModel,
    }),
    catalog('inception'),
  ],
});

function listedModel(model: z.infer<typeof listed>): Draft {
  const draft = hostDraft(model);
  return {
    ...draft,
    name: model.name?.replace(/^inception:\s*/i, ''),
    ownedBy: model.owned_by,
    // `created` is the same for all of them and dates none.
    releaseDate: null,
    // The features name tools and formats; that reasoning is not among them says nothing.
    capabilities: { ...draft.capabilities, reasoning: draft.capabilities?.reasoning || null },
  };
}

function documentRows({ body }: Page): unknown[] {
  const tables = tablesWith(markdownTables(body), /^model$/, /^input price/, /^output price/);
  if (tables.length === 0) throw shapeError('no table with the columns model, input price and output price');
  const longest = longestAnswers(body);
  return tables.flatMap((table) => table.rows.map((cells) => documentRow(table, cells, longest)));
}

function documentRow(table: Table, cells: readonly Cell[], longest: ReadonlyMap<string, string>) {
  const cell = (title: RegExp) => cellOf(table, cells, title).text;
  const name = cell(/^model$/);
  return {
    // The document shows names alone, which in kebab case are the ids of most, not of all: "Mercury Edit" is mercury-edit-2.
    id: name.toLowerCase().replaceAll(/[\s-]+/g, '-'),
    name,
    unit: table.header[column(table, /^input price/)] ?? '',
    input: cell(/^input price/),
    cached: cell(/^cached input price/),
    output: cell(/^output price/),
    endpoints: cell(/endpoint/),
    context: cell(/^context/),
    features: cell(/^feature/),
    formats: cell(/format/),
    longest: longest.get(name.toLowerCase()) ?? null,
    status: statusOf(table),
  };
}

const statusOf = (table: Table): Lifecycle | null =>
  isUnder(table, /deprecated|retired|legacy/)
    ? 'deprecated'
    : isUnder(table, /preview|beta|experimental/)
      ? 'preview'
      : isUnder(table, /production/)
        ? 'active'
        : null;

/** The longest answer by model: the tab of each says of `max_tokens`: "Range: 1-50,000". */
const longestAnswers = (body: string): Map<string, string> =>
  new Map(
    body.split(/<Tab\s/).flatMap((tab) => {
      const name = /^title="([^"]+)"/.exec(tab)?.[1];
      const field = /<ParamField\s[^>]*path="max_tokens"[^>]*>([\s\S]*?)<\/ParamField>/.exec(tab)?.[1];
      const range = /range:\s*[\d,]+\s*[-–]\s*([\d,]+)/i.exec(field ?? '')?.[1];
      return name && range ? [[name.toLowerCase(), range] as const] : [];
    }),
  );

function documentedModel(model: Documented): Draft {
  const said = (text: string | null, words: RegExp) => (text !== null && words.test(text) ? true : null);
  return {
    id: model.id,
    name: model.name,
    isNameOnly: true,
    mode: said(model.endpoints, /chat\/completions/) ? 'chat' : said(model.endpoints, /fim/) ? 'completion' : null,
    modalities: { input: modalitiesOf(model.formats?.split(/[^a-z]+/i)) },
    limit: {
      context: tokens(/chat:.*/i.exec(model.context ?? '')?.[0] ?? model.context),
      output: tokens(model.longest),
    },
    capabilities: {
      toolCall: said(model.features, /tool/i),
      structuredOutput: said(model.features, /structured/i),
      reasoning: said(model.features, /reasoning/i),
    },
    status: model.status,
    cost: {
      input: priceOf(model.input, model.unit),
      output: priceOf(model.output, model.unit),
      cacheRead: priceOf(model.cached, model.unit),
    },
  };
}

/** The header says what for: "Input Price (1M Tokens)"; without a unit it is that, for another it is no price. */
const priceOf = (cell: string | null, header: string | null): number | null =>
  /\((?!(?:per )?(?:1 ?m|million)\b)/i.test(header ?? '') || !isPerMillion(cell) ? null : perMillion(shownPrice(cell));
