import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Issue } from '../../model/pricing.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { paged } from '../ask.js';
import { defineEndpoint } from '../define.js';
import { conditionOf } from '../parse/conditionOf.js';
import { amount, count, id, parts, text, texts } from '../parse/fields.js';
import { inTiers } from '../parse/inTiers.js';
import { jsonObject, jsonPages } from '../parse/json.js';
import { levelWords } from '../parse/levelWords.js';
import { attachable, modalitiesOf, modeOf } from '../parse/modalities.js';
import { perMillion } from '../parse/money.js';
import { withoutZeros } from '../parse/withoutZeros.js';

type Cost = NonNullable<Draft['cost']>;

const pricing = parts({ sku: text, amount, unit: text });

/** An offer: a model, a router or an alias, with its prices by service level; '' is the price as such. */
const row = z.looseObject({
  id,
  display_name: text,
  context_length: count,
  input_modalities: texts,
  output_modalities: texts,
  levels: parts({ level: text, pricing }),
});
type Row = z.infer<typeof row>;

const list: Request = {
  url: 'https://api.fireworks.ai/v1/serverless/models',
  key: { env: ['FIREWORKS_API_KEY'] },
};

/** What is served serverless, with a key: one row a model and serving mode; USD in decimals per the unit that it names. */
export const serverless = defineEndpoint({
  name: 'serverless',
  requests: { list: paged(list, next) },
  rows: ({ list }) => offersIn(jsonPages(list, 'data', 'models')),
  row,
  normalize,
});

function next(page: Page): Request[] {
  const { nextPageToken: token } = z.looseObject({ nextPageToken: text }).parse(jsonObject(page));
  const before = new URL(page.request.url).searchParams.get('pageToken');
  return token === null || token === before
    ? []
    : [{ ...list, url: `${list.url}?pageToken=${encodeURIComponent(token)}` }];
}

/** One mode of a model as it is listed. */
const served = z.looseObject({
  id: text,
  name: text,
  serverless_mode: text,
  service_tier: text,
  usage_identifier: text,
  aliases: texts,
});

/** One row an id that can be called: a mode with an id of its own is an offer, one with a service tier a tier of the model's. */
function offersIn(listed: readonly unknown[]): unknown[] {
  const offers = new Map<string, { levels: object[] }>();
  const unnamed: unknown[] = [];
  for (const entry of listed) {
    const mode = served.safeParse(entry).data;
    const own = mode?.usage_identifier ?? mode?.id ?? mode?.name;
    if (!mode || !own) {
      unnamed.push(entry);
      continue;
    }
    const { pricing: prices, ...facts } = mode;
    const level = { level: levelOf(mode), pricing: prices };
    for (const each of [own, ...(mode.aliases ?? [])]) {
      const known = offers.get(each);
      if (known) known.levels.push(level);
      else offers.set(each, { ...facts, id: each, levels: [level] } as { levels: object[] });
    }
  }
  return [...offers.values(), ...unnamed];
}

/** A mode without an id or a tier of its own is the model as such, where it is the standard one. */
const levelOf = (mode: z.infer<typeof served>): string =>
  levelWords(mode.service_tier ?? (mode.usage_identifier ? '' : (mode.serverless_mode ?? '')));

function normalize(model: Row): Draft {
  const input = modalitiesOf(model.input_modalities);
  const output = modalitiesOf(model.output_modalities);
  const account = /^accounts\/([^/]+)\//.exec(model.id)?.[1];
  const read = model.levels.map(({ level, pricing: prices }) => ({ level: level ?? '', ...pricesIn(prices) }));
  return {
    id: model.id,
    name: model.display_name,
    ownedBy: account === 'fireworks' ? null : account,
    mode: modeOf(input, output),
    modalities: { input, output },
    limit: { context: model.context_length },
    capabilities: { attachment: attachable(input) },
    ...inTiers(read.map(({ level, cost }) => ({ when: conditionOf('', level), cost }))),
    issues: read.flatMap(({ issues }) => issues),
  };
}

const skuFields: readonly (readonly [RegExp, keyof Cost])[] = [
  [/^(llm |embedding )?input tokens( \(uncached\))?$/, 'input'],
  [/^(llm )?(cached input tokens|input tokens \(cached\))$/, 'cacheRead'],
  [/^(llm )?output tokens$/, 'output'],
];

function pricesIn(prices: Row['levels'][number]['pricing']): { cost: Cost; issues: Issue[] } {
  const issues: Issue[] = [];
  const known = prices.flatMap(({ sku, amount: price, unit }) => {
    const field = skuFields.find(([words]) => words.test(sku?.toLowerCase() ?? ''))?.[1];
    const isTokens = /^(1 ?m|1,?000,?000|million) tokens$/i.test(unit ?? '');
    if (field && isTokens) return [[field, perMillion(price)] as const];
    if (Number(price) > 0) issues.push({ code: 'unread-price', detail: `${sku}: ${price} per ${unit}` });
    return [];
  });
  return { cost: withoutZeros(Object.fromEntries(known) as Cost), issues };
}
