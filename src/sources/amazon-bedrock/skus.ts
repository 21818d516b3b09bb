import type { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Cost, CostField, Tier } from '../../model/cost.js';
import type { Issue } from '../../model/pricing.js';
import { amount, flag, text } from '../parse/fields.js';
import { perMillion, perUnit, scaled } from '../parse/money.js';

/** What a product of the price list and its term say of one price. */
export const skuFields = {
  usagetype: text,
  inferenceType: text,
  feature: text,
  /** Where it is another one than the list's. */
  region: text,
  unit: text,
  usd: amount,
  /** The quantity from which on the price holds, where it is not the first. */
  above: amount,
  description: text,
  /** Of the offer whose "Units" are millions of tokens. */
  foundation: flag,
};
export type Sku = { readonly [field in keyof typeof skuFields]: z.infer<(typeof skuFields)[field]> };

interface Price {
  readonly field: CostField;
  readonly when: Tier['when'];
  readonly value: number;
  readonly marketplace: boolean;
}

/** What is not the price of a token used on demand. */
const otherUse =
  /reserved|tpm|custom-?model|latency-?optimized|long-?context|lctx|provisioned|customization|train|guardrail/;

/** The base price is the region's own at the standard tier; queues and the global profile are tiers. */
export function pricesOf(skus: readonly Sku[]): Required<Pick<Draft, 'cost' | 'tiers'>> & { issues: Issue[] } {
  const used = skus.filter((sku) => !otherUse.test(wordsOf(sku)));
  const prices = used
    .flatMap((sku) => priceOf(sku) ?? [])
    .sort((a, b) => Number(b.marketplace) - Number(a.marketplace));
  const byWhen = new Map<string, { when: Tier['when']; cost: Partial<Cost> }>();
  for (const { field, when, value } of prices) {
    const group = byWhen.get(JSON.stringify(when)) ?? { when, cost: {} };
    byWhen.set(JSON.stringify(when), { when, cost: { [field]: value, ...group.cost } });
  }
  const { cost = {} } = byWhen.get('{}') ?? {};
  byWhen.delete('{}');
  const unread = used.filter((sku) => Number(sku.usd) > 0 && !priceOf(sku));
  const detail = ({ usagetype, usd, unit }: Sku) => `${usagetype ?? '?'}: ${String(usd)} per ${unit ?? '?'}`;
  return {
    cost,
    tiers: [...byWhen.values()],
    issues: unread.map((sku) => ({ code: 'unread-price', detail: detail(sku) })),
  };
}

const wordsOf = (sku: Sku): string =>
  [sku.usagetype, sku.inferenceType, sku.feature].join(' ').toLowerCase().replaceAll('_', '-');

/** The SKU is about something that is not a model. */
export const isNoModel = (sku: Sku): boolean => /guardrail/.test(wordsOf(sku));

function priceOf(sku: Sku): Price | undefined {
  const about = wordsOf(sku);
  const marketplace = /mp:/i.test(sku.usagetype ?? '');
  const region = sku.region ?? (about.includes('global') ? 'global' : null);
  const when = {
    ...tierOf(about, sku),
    ...(region && { region }),
    ...(Number(sku.above) > 0 && { quantityAbove: Number(sku.above) }),
  };
  const perToken = perThousandTokens(sku);
  if (perToken !== null) {
    const field = tokenField(about);
    return field && { field, when, value: perToken, marketplace };
  }
  const [field, count] = unitField(sku) ?? [];
  const value = field ? scaled(sku.usd, 1, count) : null;
  // A size or quality in the name of the use makes the price one of several.
  const variant = sku.inferenceType && field ? { variant: sku.inferenceType } : {};
  return field && value !== null ? { field, when: { ...when, ...variant }, value, marketplace } : undefined;
}

/** Words behind the direction of a use that make no level of service. */
const plain =
  /^(input|output|cached?|read|write|prompt|text|tokens?|counts?|units?|standard|std|on|demand|inference|global|cross|regional|region|geo|image|images|audio|speech|video|batch|flex|priority|model|5m|1h|\d+(m|h|min|hr)?)$/;

/** The queue, or what else stands behind "input tokens": a level of service of its own name. */
function tierOf(about: string, { usagetype }: Sku): Tier['when'] {
  const known = /batch|priority|flex/.exec(about)?.[0];
  const [, behind = ''] = /(?:input|output|cache.?(?:read|write))(.*)$/is.exec(usagetype ?? '') ?? [];
  const words = behind
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase()
    .split(/[^a-z0-9.]+/);
  const unknown = words.filter((word) => word !== '' && !plain.test(word)).join('-');
  const serviceTier = [known, unknown].filter(Boolean).join('-');
  return serviceTier ? { serviceTier } : {};
}

function tokenField(about: string): CostField | undefined {
  if (/video|second/.test(about)) return undefined;
  if (/cache.?read/.test(about)) return 'cacheRead';
  if (/cache.?write/.test(about))
    return /1-?h/.test(about.slice(about.indexOf('write'))) ? 'cacheWrite1h' : 'cacheWrite';
  const direction = /input|output/.exec(about)?.[0] as 'input' | 'output' | undefined;
  if (/image/.test(about)) return direction && `${direction}Image`;
  return /audio|speech/.test(about) ? direction && `${direction}Audio` : direction;
}

/** USD per 1K tokens, or null where the SKU is not counted in tokens. */
function perThousandTokens({ unit, usd, description, foundation }: Sku): number | null {
  const counted = (unit ?? '').toLowerCase();
  const thousands = /^(1\s*k|1,?000|thousand)\s+tokens?$/;
  const millions = /^(1\s*m|1,?000,?000|(1 )?million)\s+tokens?$/;
  if (thousands.test(counted)) return perUnit(usd);
  if (millions.test(counted)) return perMillion(usd);
  const words = (description ?? '').toLowerCase();
  if (!foundation || !/^units?$/.test(counted) || !words.includes('token')) return null;
  return words.split('|').some(isPerThousand) ? perUnit(usd) : perMillion(usd);
}

/** A part of a description such as "$0.001 per 1K tokens". */
const isPerThousand = (words: string): boolean => {
  const at = words.search(/\b(1k|1,?000|thousand)\b/);
  return at >= 0 && words.includes('token', at);
};

const units: Readonly<Record<string, readonly [CostField, number]>> = {
  image: ['perImage', 1],
  second: ['perSecond', 1],
  minute: ['perSecond', 60],
  'search unit': ['perSearch', 1],
  query: ['perSearch', 1],
};

function unitField({ unit, description, foundation }: Sku): readonly [CostField, number] | undefined {
  const counted = (unit ?? '').toLowerCase();
  const [, number = '1', said = ''] =
    /\bper ([\d,]{1,12} )?(images?|seconds?|minutes?|search units?|query|queries)\b/i.exec(description ?? '') ?? [];
  const of = foundation && /^units?$/.test(counted) ? said.toLowerCase() : counted;
  const found = units[of.replace(/ies$/, 'y').replace(/s$/, '')];
  return found && [found[0], found[1] * (of === counted ? 1 : Number(number.replaceAll(/[, ]/g, '')))];
}
