import { z } from 'zod';
import { shapeError } from './parse/shapeError.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import type { Lifecycle, Tier } from '../model/model.js';
import { isoDay } from './parse/dates.js';
import { amount, count, flag, id, part, parts, partsByKey, text, texts } from './parse/fields.js';
import { jsonObject } from './parse/json.js';
import { modalitiesOf, modeOf } from './parse/modalities.js';
import { perMillion, stated } from './parse/money.js';
import { withoutZeros } from './parse/withoutZeros.js';
import type { Draft } from '../model/draft.js';
import { defineEndpoint, type Endpoint } from './define.js';

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

const prices = {
  input: amount,
  output: amount,
  cache_read: amount,
  cache_write: amount,
  reasoning: amount,
  input_audio: amount,
  output_audio: amount,
};

const row = z.looseObject({
  id,
  name: text,
  attachment: flag,
  reasoning: flag,
  tool_call: flag,
  temperature: flag,
  structured_output: flag,
  open_weights: flag,
  knowledge: text,
  release_date: text,
  last_updated: text,
  modalities: part({ input: texts, output: texts }),
  limit: part({ context: count, output: count }),
  status: text,
  cost: part({
    ...prices,
    tiers: parts({ ...prices, tier: part({ type: text, size: count }) }),
    context_over_200k: part(prices),
  }),
  experimental: part({ modes: partsByKey({ cost: part(prices) }) }),
});
type Row = z.infer<typeof row>;
type Prices = Row['cost']['context_over_200k'];

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
  if (rows.length === 0) throw shapeError(`the catalog has no entry ${ids.join(' or ')}`);
  return rows;
}

function normalize(entry: Row): Draft {
  const input = modalitiesOf(entry.modalities.input);
  const output = modalitiesOf(entry.modalities.output);
  return {
    id: entry.id,
    name: entry.name,
    mode: modeOf(input, output),
    modalities: { input, output },
    limit: entry.limit,
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
    cost: withoutZeros(costOf(entry.cost)),
    tiers: [...contextTiers(entry.cost), ...speedTiers(entry.experimental.modes)],
  };
}

/** No status is how the catalog writes active. */
const lifecycle = (status: string | null): Lifecycle =>
  status === 'deprecated' ? 'deprecated' : status === 'alpha' || status === 'beta' ? 'preview' : 'active';

const costOf = (cost: Prices): NonNullable<Draft['cost']> => ({
  input: perMillion(cost.input),
  output: perMillion(cost.output),
  cacheRead: perMillion(cost.cache_read),
  cacheWrite: perMillion(cost.cache_write),
  reasoning: perMillion(cost.reasoning),
  inputAudio: perMillion(cost.input_audio),
  outputAudio: perMillion(cost.output_audio),
});

/** `context_over_200k` is a copy of the first tier, even where the threshold is another: it counts only without tiers. */
function contextTiers(cost: Row['cost']): Tier[] {
  const sized = cost.tiers.flatMap(({ tier, ...rest }) =>
    tier.size && (tier.type ?? 'context') === 'context' ? tierOf({ contextAbove: tier.size }, rest) : [],
  );
  return cost.tiers.length > 0 ? sized : tierOf({ contextAbove: 200_000 }, cost.context_over_200k);
}

/** Faster service for another price. */
const speedTiers = (modes: Row['experimental']['modes']): Tier[] =>
  Object.entries(modes).flatMap(([serviceTier, { cost }]) => tierOf({ serviceTier }, cost));

function tierOf(when: Tier['when'], prices: Prices): Tier[] {
  const cost = stated(withoutZeros(costOf(prices)));
  return Object.values(cost).some((price) => price > 0) ? [{ when, cost }] : [];
}
