import { z } from 'zod';
import { shapeError } from '../fetch/errors.js';
import type { Page, Request } from '../fetch/request.js';
import { type Lifecycle, type Modality, modality, type Mode, type Tier } from '../model/model.js';
import { isoDay } from './parse/dates.js';
import { amount, count, flag, id, part, parts, text, texts } from './parse/fields.js';
import { jsonObject } from './parse/json.js';
import { perMillion, stated } from './parse/money.js';
import { defineLink, type Draft, type Link } from './source.js';

/**
 * models.dev: GET /api.json, no key, one document of all providers; USD per 1M tokens.
 * Evidence: bodies of 2 and 30 July 2026.
 */
export const modelsDev: Request = { url: 'https://models.dev/api.json' };

/** An entry of models.dev: a provider. */
export const catalogEntry = z.looseObject({
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
});
type Row = z.infer<typeof row>;
type Prices = Row['cost']['context_over_200k'];

/** The link to models.dev's entry of a provider; several entries are read as one, the first id wins. */
export const catalog = (...entries: readonly [string, ...string[]]): Link =>
  defineLink<Row>({
    name: 'catalog',
    origin: 'catalog:models.dev',
    requests: [modelsDev],
    rows: ([page]) => rowsOf(page, entries),
    row,
    normalize,
  });

function rowsOf(page: Page | undefined, ids: readonly string[]): unknown[] {
  const all = page ? catalogEntries(page) : new Map<string, never>();
  const rows = ids.flatMap((entry) => Object.values(all.get(entry)?.models ?? {}));
  if (rows.length === 0) throw shapeError(`the catalog has no entry ${ids.join(' or ')}`);
  return rows;
}

function normalize(entry: Row): Draft {
  const { input, output } = entry.modalities;
  return {
    id: entry.id,
    name: entry.name,
    mode: modeOf(known(input), known(output)),
    modalities: { input: known(input), output: known(output) },
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
    cost: costOf(entry.cost),
    tiers: tiersOf(entry.cost),
  };
}

const known = (names: readonly string[] | null): Modality[] =>
  (names ?? []).filter((name): name is Modality => modality.safeParse(name).success);

/** The catalog doesn't say what a model is for; a model that writes text and nothing else may also be an embedding. */
const modeOf = (input: readonly Modality[], output: readonly Modality[]): Mode | null => {
  const [only, ...more] = output;
  if (more.length > 0 || only === undefined) return null;
  if (only === 'image' || only === 'video') return only;
  return only === 'audio' && !input.includes('audio') ? 'speech' : null;
};

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
function tiersOf(cost: Row['cost']): Tier[] {
  const sized = cost.tiers.flatMap(({ tier, ...rest }) =>
    tier.size ? [{ size: tier.size, cost: stated(costOf(rest)) }] : [],
  );
  const legacy = stated(costOf(cost.context_over_200k));
  const all = sized.length > 0 ? sized : Object.keys(legacy).length > 0 ? [{ size: 200_000, cost: legacy }] : [];
  return all.map(({ size, cost: tierCost }) => ({ when: { contextAbove: size }, cost: tierCost }));
}
