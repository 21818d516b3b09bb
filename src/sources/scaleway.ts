import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Modality, Mode } from '../model/model.js';
import type { Page } from '../model/page.js';
import { companion } from './ask.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource, type Endpoint } from './define.js';
import { openaiList } from './openaiList.js';
import { id, text } from './parse/fields.js';
import { htmlTables } from './parse/html.js';
import { multiple } from './parse/money.js';
import { shapeError } from './parse/shapeError.js';
import { tableRows } from './parse/tableRows.js';
import { type Cell, isUnder } from './parse/tables.js';
import { times } from './parse/times.js';
import { priceOf } from './scaleway/price.js';
import { withDrafts } from './withDrafts.js';

/** The day's rates of the European Central Bank: what one euro costs in other currencies. */
const rate = companion(
  { url: 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml' },
  { brings: 'prices', read: dollarsPerEuro },
);

const row = z.looseObject({ id, tasks: text, input: text, output: text, rate: z.number().nullable().catch(null) });
type Row = z.infer<typeof row>;

/**
 * Scaleway Generative APIs: the price page (HTML, EUR per 1M tokens) and GET /v1/models (key; ids only).
 * Prices are in euro everywhere, in models.dev too, whose figures are the same: they count only with the day's rate,
 * and are told as the reason why there is no price without one.
 * Evidence: a slice of the table of August 2026, the list of July 2026.
 */
export const scaleway = defineSource({
  id: 'scaleway',
  name: 'Scaleway',
  providerKind: 'host',
  docs: 'https://www.scaleway.com/en/docs/generative-apis/',
  env: ['SCALEWAY_API_KEY', 'SCW_SECRET_KEY'],
  unit: 'EUR per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    openaiList('https://api.scaleway.ai/v1/models', { env: ['SCALEWAY_API_KEY', 'SCW_SECRET_KEY'] }),
    defineEndpoint({
      name: 'pricing',
      requests: { page: { url: 'https://www.scaleway.com/en/pricing/model-as-a-service/' }, rate },
      rows: (pages) => documentRows(pages.page.body).map((cells) => ({ ...cells, rate: pages.rate ?? null })),
      row,
      normalize,
    }),
    inEuro(catalog('scaleway')),
  ],
});

const columns = { name: /^(name|model)/, input: /^input/, output: /^output/, tasks: /^task/ };

function documentRows(body: string): object[] {
  const tables = htmlTables(body).filter((table) => isUnder(table, /generative api/));
  return tableRows(tables, columns, 'name', 'input', 'output').map(({ cells, shown: { name, ...shown } }) => ({
    ...shown,
    id: linkedId(cells) ?? name,
  }));
}

/** The id that the row's link opens the playground with, exactly as the API takes it. */
const linkedId = (cells: readonly Cell[]): string | undefined =>
  cells
    .flatMap(({ links }) => links)
    .map(({ url }) => new URLSearchParams(url.split('?')[1]).get('modelName') ?? '')
    .find(Boolean);

function dollarsPerEuro({ body }: Page): number {
  const dollars = Number(/currency=['"]USD['"]\s+rate=['"]([\d.]+)['"]/.exec(body)?.[1]);
  if (dollars > 0.5 && dollars < 2) return dollars;
  throw shapeError('no believable rate of the dollar');
}

function normalize(model: Row): Draft {
  const tasks = model.tasks?.toLowerCase() ?? '';
  const mode = modeOf(tasks);
  return {
    id: model.id,
    mode,
    modalities: { input: inputOf(tasks, mode), output: mode === 'chat' || mode === 'transcription' ? ['text'] : [] },
    ...priceOf(model),
  };
}

const modeOf = (tasks: string): Mode | null =>
  /transcription/.test(tasks)
    ? 'transcription'
    : /embedding/.test(tasks)
      ? 'embedding'
      : /rerank/.test(tasks)
        ? 'rerank'
        : /chat|code/.test(tasks)
          ? 'chat'
          : null;

const inputOf = (tasks: string, mode: Mode | null): Modality[] => {
  const others: Modality[] = [
    ...(/vision|image/.test(tasks) ? (['image'] as const) : []),
    ...(/audio/.test(tasks) ? (['audio'] as const) : []),
  ];
  return mode === null || mode === 'transcription' ? others : ['text', ...others];
};

/** models.dev's entry with its figures read as the euro amounts they are. */
function inEuro(entry: Endpoint): Endpoint {
  const inDollars = withDrafts(entry, (draft, model) => {
    const { rate: each } = model as { rate?: number | null };
    if (typeof each === 'number') return { ...draft, cost: times(draft.cost ?? {}, each), tiers: [] };
    const { input, output } = draft.cost ?? {};
    const isPriced = typeof input === 'number' || typeof output === 'number';
    const noPrice = `in euro: ${perMillion(input)} in, ${perMillion(output)} out per 1M tokens, no rate of the dollar`;
    return { ...draft, cost: {}, tiers: [], ...(isPriced && { noPrice }) };
  });
  return {
    ...inDollars,
    requests: { ...entry.requests, rate },
    rows: (pages) => {
      const dollars = pages['rate'] ?? null;
      return [...entry.rows(pages)].map((model) => (typeof model === 'object' ? { ...model, rate: dollars } : model));
    },
  };
}

const perMillion = (price: number | null | undefined): string => `€${multiple(price, 1000) ?? '?'}`;
