import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Lifecycle } from '../model/model.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { limitOf, modeIn } from './catalog/kinds.js';
import { pricesOf } from './catalog/prices.js';
import { type Row, row } from './catalog/row.js';
import { defineEndpoint, type Endpoint } from './define.js';
import { isoDay } from './parse/dates.js';
import { text, texts } from './parse/fields.js';
import { jsonObject } from './parse/json.js';
import { modalitiesOf } from './parse/modalities.js';
import { notEmpty } from './parse/notEmpty.js';
import { shapeError } from './parse/shapeError.js';

/**
 * models.dev: GET /api.json, no key, one document of all providers; USD per 1M tokens.
 * Evidence: bodies of 2 and 30 July 2026.
 */
export const modelsDev: Request = { url: 'https://models.dev/api.json', recordedBy: 'modelsdev' };

/** An entry of models.dev: a provider. */
const catalogEntry = z.looseObject({
  name: text,
  doc: text,
  env: texts,
  models: z.record(z.string(), z.unknown()),
});

type Entries = ReadonlyMap<string, z.infer<typeof catalogEntry>>;

const read = new WeakMap<Page, Entries>();

/** The document's providers by id, read once however many sources ask. Throws a shape error where it has none. */
export function catalogEntries(page: Page): Entries {
  const entries = read.get(page) ?? readEntries(page);
  read.set(page, entries);
  return entries;
}

function readEntries(page: Page): Entries {
  const entries = Object.entries(jsonObject(page)).flatMap(([key, value]) => {
    const entry = catalogEntry.safeParse(value);
    return entry.success ? [[key, entry.data] as const] : [];
  });
  if (entries.length === 0) throw shapeError('the catalog holds no providers');
  return new Map(entries);
}

/** The endpoint of models.dev's entry of a provider; several entries are read as one, the first id wins. */
export const catalog = (...entries: readonly [string, ...string[]]): Endpoint =>
  defineEndpoint({
    name: 'catalog',
    origin: 'catalog:models.dev',
    requests: { list: modelsDev },
    rows: ({ list }) => rowsOf(list, entries),
    row,
    normalize,
  });

function rowsOf(page: Page, ids: readonly string[]): unknown[] {
  const all = catalogEntries(page);
  const rows = ids.flatMap((entry) => Object.values(all.get(entry)?.models ?? {}));
  return notEmpty(rows, `the catalog has no entry ${ids.join(' or ')}`);
}

function normalize(entry: Row): Draft {
  const input = modalitiesOf(entry.modalities.input);
  const output = modalitiesOf(entry.modalities.output);
  const mode = modeIn(entry, { input, output });
  const prices = pricesOf(entry, { input, output });
  return {
    id: entry.id,
    name: entry.name,
    mode,
    modalities: { input, output },
    limit: limitOf(entry.limit),
    capabilities: {
      toolCall: entry.tool_call,
      reasoning: entry.reasoning,
      structuredOutput: entry.structured_output,
      attachment: entry.attachment,
      temperature: entry.temperature,
    },
    openWeights: entry.open_weights,
    knowledge: isoDay(entry.knowledge),
    releaseDate: isoDay(entry.release_date),
    lastUpdated: isoDay(entry.last_updated),
    status: lifecycle(entry.status),
    ...prices,
  };
}

/** No status is how the catalog writes active. */
const lifecycle = (status: string | null): Lifecycle =>
  status === 'deprecated' ? 'deprecated' : status === 'alpha' || status === 'beta' ? 'preview' : 'active';
