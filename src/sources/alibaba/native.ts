import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import type { Issue } from '../../model/pricing.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { paged } from '../ask.js';
import { defineEndpoint } from '../define.js';
import { amount, count, id, part, parts, text } from '../parse/fields.js';
import { inTiers } from '../parse/inTiers.js';
import { jsonObject } from '../parse/json.js';
import { listAt } from '../parse/listAt.js';
import { perMillion, perUnit, stated } from '../parse/money.js';
import { notEmpty } from '../parse/notEmpty.js';
import { shapeError } from '../parse/shapeError.js';
import { unitPrice } from '../parse/unitPrice.js';
import { withoutZeros } from '../parse/withoutZeros.js';
import { rangeOf } from './priceTable.js';
import { snapshotDay } from './snapshotDay.js';

const row = z.looseObject({
  model: id,
  name: text,
  model_info: part({ context_window: count, max_output_tokens: count }),
  prices: parts({
    range_name: text,
    prices: parts({ type: text, price: amount, price_unit: text, time_band: text, currency: text }),
  }),
});
type Row = z.infer<typeof row>;
type Price = Row['prices'][number]['prices'][number];

const pageSize = 100;
const listPage = (number: number): Request => ({
  url: `https://dashscope-intl.aliyuncs.com/api/v1/models?service_site=international&language=en-US&page_no=${number}&page_size=${pageSize}`,
  key: { env: ['DASHSCOPE_API_KEY'] },
});

/** The list with prices of the international site: USD, each with its unit; the Chinese host answers in yuan. */
export const native = defineEndpoint({
  name: 'native',
  requests: { list: paged(listPage(1), next) },
  rows: ({ list }) =>
    notEmpty(
      list.flatMap((page) => outputOf(page).models),
      'the list is empty',
    ),
  row,
  normalize,
});

function outputOf(page: Page): { total: number; models: unknown[] } {
  const answer = jsonObject(page);
  if (answer['success'] !== true) throw shapeError('the answer does not say that it is a success');
  const models = listAt(answer, 'output', 'models');
  return { total: Number((answer['output'] as { total?: unknown }).total) || 0, models };
}

/** The total tells whether more is to come; without one a full page does. */
function next(page: Page): Request[] {
  const { total, models } = outputOf(page);
  const number = Number(/page_no=(\d+)/.exec(page.request.url)?.[1] ?? 1);
  const isMore = total > 0 ? number * pageSize < total : models.length >= pageSize;
  return isMore && models.length > 0 ? [listPage(number + 1)] : [];
}

const tokenFields: Readonly<Record<string, keyof Tier['cost']>> = {
  input_token: 'input',
  output_token: 'output',
  input_token_cache: 'cacheRead',
  input_token_cache_implicit: 'cacheRead',
  input_token_cache_read: 'cacheRead',
  input_token_cache_explicit: 'cacheRead',
  input_token_cache_creation: 'cacheWrite',
  input_token_cache_creation_5m: 'cacheWrite',
  input_token_cache_creation_1h: 'cacheWrite1h',
};

const perTokens: readonly (readonly [RegExp, (quoted: unknown) => number | null])[] = [
  [/^(per )?(1 ?m|1 ?million|million|1,000,000)( ?tokens?)$/i, perMillion],
  [/^(per )?(1 ?k|1 ?thousand|thousand|1,000)( ?tokens?)$/i, perUnit],
];

/** What one price says; {} where its unit, its kind or its currency is not known. */
function costOf({ type, price, price_unit: unit, currency }: Price): Tier['cost'] {
  if (currency && !/^(usd|\$)$/i.test(currency)) return {};
  const convert = perTokens.find(([words]) => words.test(unit ?? ''))?.[1];
  const field = tokenFields[type ?? ''];
  if (convert) return field ? stated({ [field]: convert(price) }) : {};
  return type?.includes('token') ? {} : stated(unitPrice(unit ?? '', price));
}

function normalize(model: Row): Draft {
  const tiers = new Map<string, Tier>();
  const issues: Issue[] = [];
  for (const { range_name: range, prices } of model.prices)
    for (const price of prices) {
      const when = { ...whenOf(range ?? ''), ...bandOf(price) };
      const cost = costOf(price);
      if (Object.keys(cost).length === 0 && Number(price.price) > 0) issues.push(unread(price));
      const key = JSON.stringify(when);
      // The implicit price of the cache, which needs no asking for, stands first.
      tiers.set(key, { when, cost: { ...cost, ...tiers.get(key)?.cost } });
    }
  const known = inTiers([...tiers.values()].map(({ when, cost }) => ({ when, cost: withoutZeros(cost) })));
  return {
    id: model.model,
    name: model.name,
    limit: { context: model.model_info.context_window, output: model.model_info.max_output_tokens },
    releaseDate: snapshotDay(model.model),
    cost: known.cost,
    tiers: known.tiers.filter(({ cost }) => Object.values(cost).some((price) => price !== 0)),
    issues,
  };
}

/** "Default", "0<Token<=32k", "32k<Input<=256k": the shortest prompts have the base price; other words are a variant. */
function whenOf(range: string): Tier['when'] {
  if (/^(default)?$/i.test(range)) return {};
  const { from, upTo } = rangeOf(range.replace(/input/i, 'Token'));
  if (from > 0) return { contextAbove: from };
  return upTo === null ? { variant: range } : {};
}

const bandOf = ({ time_band: band }: Price): Tier['when'] =>
  /^(default)?$/i.test(band ?? '') ? {} : { variant: band ?? '' };

const unread = ({ type, price, price_unit: unit, currency }: Price): Issue => ({
  code: 'unread-price',
  detail: [type, price, currency, unit].filter(Boolean).join(' '),
});
