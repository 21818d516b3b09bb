import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import type { Mode } from '../../model/model.js';
import type { Issue } from '../../model/pricing.js';
import { isoDay } from '../parse/dates.js';
import { amount, count, flag, id, part, parts, text } from '../parse/fields.js';
import { perMillion, type Quoted, stated } from '../parse/money.js';
import { withoutZeros } from '../parse/withoutZeros.js';
import { levelTiers, triple } from './cells.js';

type Cost = NonNullable<Draft['cost']>;

/** A model as the models page and the account API show it; only the page has prices. */
export const modelRow = z.looseObject({
  id,
  displayName: text,
  public: flag,
  /** 1 = language model, 4 and 5 = image, 10 = embedding; a word in the API. */
  kind: count,
  contextLength: count,
  supportsServerless: flag,
  supportsTools: flag,
  supportsImageInput: flag,
  closedSourceModel: flag,
  /** When the serverless deployment will be taken down. */
  deprecationDate: part({ year: count, month: count, day: count }),
  skuInfos: parts({ sku: text, amount: part({ units: amount, nanos: amount }) }),
  /** What the pricing document says of the same model. */
  documented: part({ standard: text, levels: parts({ level: text, cell: text }) }),
});
type ModelRow = z.infer<typeof modelRow>;

/** The API's id is the `name`, such as `accounts/fireworks/models/glm-5p1`. */
export const withId = (row: unknown): unknown =>
  typeof row === 'object' && row !== null ? { ...row, id: (row as { name?: unknown }).name } : row;

export function normalizeModel(model: ModelRow): Draft | undefined {
  if (model.public === false) return undefined;
  const account = /^accounts\/([^/]+)\//.exec(model.id)?.[1];
  const cost = costOf(model);
  const tiers = tiersOf(model, cost);
  const retiresAt = dayOf(model.deprecationDate);
  return {
    id: model.id,
    name: model.displayName,
    ownedBy: account === 'fireworks' ? null : account,
    ...purposeOf(model),
    limit: { context: model.contextLength },
    capabilities: { toolCall: model.supportsTools, attachment: model.supportsImageInput },
    openWeights: model.closedSourceModel === null ? null : !model.closedSourceModel,
    status: retiresAt ? 'deprecated' : null,
    retiresAt,
    cost,
    tiers,
    issues: [
      ...(tiers.some(({ when }) => when.serviceTier === onDemand) ? [notServerless] : []),
      ...unreadSkus(model),
      ...unreadLevels(model, cost),
    ],
  };
}

function purposeOf({
  id: name,
  kind,
  skuInfos,
  supportsImageInput: sees,
}: ModelRow): Pick<Draft, 'mode' | 'modalities'> {
  const mode = modeOf(
    name,
    kind,
    skuInfos.map(({ sku }) => sku?.toLowerCase() ?? ''),
  );
  if (mode === null) return {};
  if (mode === 'image') return { mode, modalities: { output: ['image'] } };
  if (mode !== 'chat') return { mode, modalities: { input: ['text'] } };
  return { mode, modalities: { input: sees === null ? [] : sees ? ['text', 'image'] : ['text'], output: ['text'] } };
}

/** Rerankers are listed as embeddings; a language model that is billed by plain "Tokens" is none. */
function modeOf(name: string, kind: number | null, skus: readonly string[]): Mode | null {
  if (kind === 10 || skus.includes('embedding input tokens')) return /rerank/i.test(name) ? 'rerank' : 'embedding';
  if (kind === 4 || kind === 5) return 'image';
  return kind === 1 && !skus.includes('tokens') ? 'chat' : null;
}

const skuFields: readonly [RegExp, keyof Cost][] = [
  [/^input tokens( \(uncached\))?$/, 'input'],
  [/^(input tokens \(cached\)|cached input tokens)$/, 'cacheRead'],
  [/^output tokens$/, 'output'],
  [/^(embedding input )?tokens$/, 'input'],
];

const fieldOf = (sku: string | null) => skuFields.find(([pattern]) => pattern.test(sku?.toLowerCase() ?? ''))?.[1];

/** Prices of something whose name is not known. */
const unreadSkus = ({ skuInfos }: ModelRow): Issue[] =>
  skuInfos.flatMap(({ sku, amount: { units, nanos } }) => {
    const price = Number(whole(units, nanos));
    return price > 0 && !fieldOf(sku) ? [{ code: 'unread-price', detail: `${sku}: ${price}` }] : [];
  });

function costOf({ skuInfos }: ModelRow): Cost {
  const prices = skuInfos.flatMap(({ sku, amount: { units, nanos } }) => {
    const field = fieldOf(sku);
    return field ? [[field, perMillion(whole(units, nanos))] as const] : [];
  });
  return withoutZeros(Object.fromEntries(prices.reverse()) as Cost);
}

/** Units and billionths of a dollar -> dollars, as a decimal string; null where neither is given or one is no number. */
function whole(units: Quoted, nanos: Quoted): string | null {
  if (units === null && nanos === null) return null;
  const before = String(units ?? 0).replace(/^\$n/, '');
  const after = String(nanos ?? 0);
  return /^-?\d+$/.test(before) && /^\d{1,9}$/.test(after) ? `${before}.${after.padStart(9, '0')}` : null;
}

const onDemand = 'on-demand';
const notServerless: Issue = {
  code: 'not-serverless',
  detail: 'the price is the base price of an on-demand deployment: the model is not served serverless',
};

/**
 * What is not served serverless has the base price of an own deployment: the price is marked as one. Prices of other
 * service levels are the document's, and count only where it agrees with the page about the standard ones.
 */
function tiersOf(model: ModelRow, cost: Cost): Tier[] {
  const own = stated(cost);
  if (model.supportsServerless === false)
    return Object.values(own).some((price) => price > 0) ? [{ when: { serviceTier: onDemand }, cost: own }] : [];
  return agrees(model, cost) ? levelTiers(model.documented.levels) : [];
}

function agrees({ documented }: ModelRow, cost: Cost): boolean {
  const standard = triple(documented.standard);
  return standard.input === cost.input && standard.output === cost.output;
}

/** Prices of service levels that don't count because page and document disagree. */
const unreadLevels = (model: ModelRow, cost: Cost): Issue[] =>
  model.supportsServerless === false || agrees(model, cost)
    ? []
    : levelTiers(model.documented.levels).map(({ when }) => ({
        code: 'unread-price',
        detail: `${when.serviceTier}: the document's standard price is not the page's`,
      }));

const dayOf = ({ year, month, day }: ModelRow['deprecationDate']): string | null =>
  isoDay([year, month, day].map((number) => String(number ?? '').padStart(2, '0')).join('-'));
