import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Page } from '../model/page.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { cellsPer } from './parse/cellsPer.js';
import { columnTexts } from './parse/columnTexts.js';
import { conditionOf } from './parse/conditionOf.js';
import { id, parts, status, text, texts } from './parse/fields.js';
import { grouped } from './parse/grouped.js';
import { hostDraft, hostRow } from './parse/hostList.js';
import { lifecycleNamed } from './parse/lifecycleNamed.js';
import { markdownTables } from './parse/markdown.js';
import { modalitiesOf } from './parse/modalities.js';
import { serviceLevel } from './parse/serviceLevel.js';
import { tableRows } from './parse/tableRows.js';
import { tokenPrices } from './parse/tokenPrices.js';
import { tokens } from './parse/tokens.js';
import { sameList } from './sameList.js';

const listed = hostRow.extend({ owned_by: text });

const columns = {
  name: /^model$/,
  input: /^input price/,
  output: /^output price/,
  cacheRead: /^cached input price/,
  endpoints: /endpoint/,
  context: /^context/,
  features: /^feature/,
  formats: /format/,
};

const documented = z.looseObject({
  ...{ id, ...columnTexts(columns), longest: text, status },
  prices: parts({ ...columnTexts(columns), level: text, stray: texts }),
});
type Documented = z.infer<typeof documented>;

const models = { url: 'https://api.inceptionlabs.ai/v1/models' };

/**
 * Inception: GET /v1/models, keyless but tried with the key first (strings, USD per token), and the models page as markdown (USD per 1M tokens).
 * Evidence: the list from a typed client and its sync of July 2026, the page recorded.
 */
export const inception = defineSource({
  id: 'inception',
  name: 'Inception',
  providerKind: 'lab',
  docs: 'https://docs.inceptionlabs.ai/get-started/models',
  env: ['INCEPTION_API_KEY'],
  unit: 'USD per token, strings',
  evidence: 'schema',
  endpoints: [
    ...sameList({
      ways: { 'api-key': { ...models, key: { env: ['INCEPTION_API_KEY'] } }, api: models },
      row: listed,
      normalize: listedModel,
    }),
    listEndpoint('docs', {
      list: { url: 'https://docs.inceptionlabs.ai/get-started/models.md' },
      rows: documentRows,
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
    // The features name tools and formats; that reasoning is not among them says nothing.
    capabilities: { ...draft.capabilities, reasoning: draft.capabilities?.reasoning || null },
  };
}

function documentRows({ body }: Page): unknown[] {
  const longest = longestAnswers(body);
  const rows = tableRows(markdownTables(body), columns, 'name', 'input', 'output').map(
    ({ table, cells, shown, stray }) => ({
      ...{ ...shown, stray },
      // The document shows names alone, which in kebab case are the ids of most, not of all: "Mercury Edit" is mercury-edit-2.
      id: shown.name.toLowerCase().replaceAll(/[\s-]+/g, '-'),
      ...cellsPer(table, cells, columns, 'input', 'output', 'cacheRead'),
      level: serviceLevel(table.headings, own),
      longest: longest.get(shown.name.toLowerCase()) ?? null,
      status: lifecycleNamed(table.headings.join(' ')),
    }),
  );
  return [...grouped(rows, (row) => row.id).values()].map((prices) => ({
    ...(prices.find(({ level }) => level === '') ?? prices[0]),
    prices,
  }));
}

/** Words of this page's headings for how far a model is. */
const own = /^(production|preview|beta|experimental|deprecated|retired|mercury|endpoints)$/;

/** The longest answer by model: the tab of each says of `max_tokens`: "Range: 1-50,000". */
const longestAnswers = (body: string): Map<string, string> =>
  new Map(
    body.split(/<Tab\s/).flatMap((tab) => {
      const name = /^title="([^"]+)"/.exec(tab)?.[1];
      const field = tab.split('<ParamField').find((part) => part.split('>', 1)[0]?.includes('path="max_tokens"'));
      const range = /range:\s*[\d,]+\s*[-–]\s*([\d,]+)/i.exec(field?.split('</ParamField>', 1)[0] ?? '')?.[1];
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
    ...tokenPrices(
      model.prices.map(({ level, stray, input, output, cacheRead }) => ({
        ...{ when: conditionOf('', level ?? ''), stray },
        cells: { input, output, cacheRead },
      })),
    ),
  };
}
