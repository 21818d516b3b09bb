import type { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Cost, CostField, Tier } from '../../model/model.js';
import { amount, flag, text } from '../parse/fields.js';
import { perMillion, perUnit } from '../parse/money.js';

/** What a product of the price list and its term say of one price. */
export const skuFields = {
  usagetype: text,
  inferenceType: text,
  feature: text,
  unit: text,
  usd: amount,
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
export function pricesOf(skus: readonly Sku[]): Required<Pick<Draft, 'cost' | 'tiers'>> {
  const prices = skus
    .flatMap((sku) => priceOf(sku) ?? [])
    .sort((a, b) => Number(b.marketplace) - Number(a.marketplace));
  const byWhen = new Map<string, { when: Tier['when']; cost: Partial<Cost> }>();
  for (const { field, when, value } of prices) {
    const group = byWhen.get(JSON.stringify(when)) ?? { when, cost: {} };
    byWhen.set(JSON.stringify(when), { when, cost: { [field]: value, ...group.cost } });
  }
  const { cost = {} } = byWhen.get('{}') ?? {};
  byWhen.delete('{}');
  return { cost, tiers: [...byWhen.values()] };
}

const wordsOf = (sku: Sku): string =>
  [sku.usagetype, sku.inferenceType, sku.feature].join(' ').toLowerCase().replaceAll('_', '-');

/** The SKU is about something that is not a model. */
export const isNoModel = (sku: Sku): boolean => /guardrail/.test(wordsOf(sku));

function priceOf(sku: Sku): Price | undefined {
  const about = wordsOf(sku);
  if (otherUse.test(about)) return undefined;
  const marketplace = /mp:/i.test(sku.usagetype ?? '');
  const when = {
    ...tierOf(about),
    ...(about.includes('global') && { region: 'global' }),
  };
  const perToken = perThousandTokens(sku);
  if (perToken !== null) {
    const field = tokenField(about);
    return field && { field, when, value: perToken, marketplace };
  }
  const field = unitField(sku);
  const value = field ? perUnit(sku.usd) : null;
  // A size or quality in the name of the use makes the price one of several.
  const variant = sku.inferenceType && field ? { variant: sku.inferenceType } : {};
  return field && value !== null ? { field, when: { ...when, ...variant }, value, marketplace } : undefined;
}

const tierOf = (about: string) => {
  const serviceTier = /batch|priority|flex/.exec(about)?.[0];
  return serviceTier ? { serviceTier } : {};
};

function tokenField(about: string): CostField | undefined {
  if (/video|second/.test(about)) return undefined;
  if (/cache.?read/.test(about)) return 'cacheRead';
  if (/cache.?write/.test(about)) return /write.*1-?h/.test(about) ? 'cacheWrite1h' : 'cacheWrite';
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
  return /\b(1k|1,?000|thousand)\b[^|]*token/.test(words) ? perUnit(usd) : perMillion(usd);
}

function unitField({ unit, description, foundation }: Sku): CostField | undefined {
  const counted = (unit ?? '').toLowerCase();
  const of =
    foundation && /^units?$/.test(counted) ? (/\bper (image|second)\b/i.exec(description ?? '')?.[1] ?? '') : counted;
  return ({ image: 'perImage', images: 'perImage', second: 'perSecond', seconds: 'perSecond' } as const)[
    of.toLowerCase()
  ];
}
