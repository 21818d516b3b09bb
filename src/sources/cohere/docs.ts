import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Lifecycle, Modality, Mode } from '../../model/model.js';
import type { Page } from '../../model/page.js';
import { companion } from '../ask.js';
import { defineEndpoint, type Endpoint } from '../define.js';
import { englishDay } from '../parse/dates.js';
import { amount, id, text } from '../parse/fields.js';
import { markdownTables } from '../parse/markdown.js';
import { attachable } from '../parse/modalities.js';
import { notEmpty } from '../parse/notEmpty.js';
import { tableRows } from '../parse/tableRows.js';
import { column, tablesWith } from '../parse/tables.js';
import { tokens } from '../parse/tokens.js';
import { priceFor, pricesIn, saidOf } from './prices.js';
import { withoutBetween } from '../parse/withoutBetween.js';

const row = z.looseObject({
  id,
  status: text,
  modalities: text,
  context: text,
  output: text,
  endpoints: text,
  per: text,
  inputPrice: amount,
  outputPrice: amount,
});
type Row = z.infer<typeof row>;

/** A model of the page, as it shows it. */
export interface Shown {
  readonly id: string;
  readonly status: string;
  readonly modalities: string;
  readonly context: string;
  readonly output: string;
  readonly endpoints: string;
}

export const modelsPage = 'https://docs.cohere.com/docs/models.md';
const pricingPage = 'https://cohere.com/pricing';

const columns = {
  id: /^model( name)?$/,
  status: /^status/,
  modalities: /^modalit/,
  context: /^context/,
  output: /^max(imum)? output/,
  endpoints: /^endpoints?/,
};

/** The page of models at `url`, and the pricing page, which knows display names only. */
export const docs = (name: string, url: string, fills: boolean): Endpoint =>
  defineEndpoint({
    name,
    fills,
    requests: { list: { url }, prices: companion({ url: pricingPage }, { brings: 'prices', read: pricesIn }) },
    rows: ({ list, prices = [] }) => {
      const models = shownModels(list);
      const live = models.filter(({ status }) => lifecycle(status) === 'active').map((model) => model.id);
      return models.map((model) => ({ ...priceFor(model.id, live, prices), ...model }));
    },
    row,
    normalize,
  });

/** The models of all tables that say more of them than their names elsewhere ("Using … on Different Platforms"). */
export function shownModels(page: Page): Shown[] {
  const tables = tablesWith(markdownTables(withoutBetween(page.body, '{/*', '*/}')), columns.id).filter(
    (table) => column(table, columns.context) >= 0 || column(table, columns.endpoints) >= 0,
  );
  return tableRows(notEmpty(tables, 'no table with the columns model name and context length'), columns).map(
    ({ shown }) => ({ ...shown, id: shown.id.split(/\s/)[0] ?? '' }),
  );
}

function normalize(model: Row): Draft {
  const [mode, status] = [modeOf(model.endpoints ?? ''), lifecycle(model.status)];
  const day = englishDay(model.status);
  const input = mode === 'transcription' ? (['audio'] as const) : modalitiesIn(model.modalities ?? '');
  return {
    id: model.id,
    ownedBy: 'cohere',
    mode,
    modalities: { input, output: mode === 'chat' || mode === 'transcription' ? ['text'] : [] },
    limit: { context: tokens(model.context), output: tokens(model.output) },
    capabilities: { attachment: attachable(input) },
    status,
    deprecatedAt: status === 'deprecated' ? day : null,
    retiresAt: status === 'retired' ? day : null,
    ...saidOf(model, mode),
  };
}

/** "Live", "Deprecated Sept 15, 2025", "Retired Apr 4, 2026"; tables without the column list what is on offer. */
function lifecycle(status: string | null): Lifecycle | null {
  if (/^retired/i.test(status ?? '')) return 'retired';
  if (/^deprecated/i.test(status ?? '')) return 'deprecated';
  return !status || /^(live|active|available)/i.test(status) ? 'active' : null;
}

/** "Text, Images, Mixed texts/images (i.e. PDFs)". */
const modalitiesIn = (words: string): Modality[] =>
  (['text', 'image', 'audio', 'video', 'pdf'] as const).filter((kind) =>
    new RegExp(`\\b${kind}s?\\b`, 'i').test(words),
  );

const modes: readonly (readonly [RegExp, Mode])[] = [
  [/\bchat\b/i, 'chat'],
  [/\bembed/i, 'embedding'],
  [/\brerank/i, 'rerank'],
  [/\btranscri/i, 'transcription'],
  [/\b(generate|summarize)\b/i, 'completion'],
  [/\bclassify\b/i, 'other'],
];

/** The first use among the endpoints, the list's ("embed_image") or the page's ("Embed Jobs"). */
export const modeOf = (endpoints: string): Mode | null => modes.find(([word]) => word.test(endpoints))?.[1] ?? null;
