import type { Draft } from '../model/draft.js';
import { type Cost, type CostField, type Issue, model as modelSchema, type Model } from '../model/model.js';
import { fill, fillOrigin, pricedBy } from './fill.js';
import { keep } from './keep.js';
import type { Kind, Place } from './kind.js';

/** The rows of a provider become its offers: one model at one provider each. */
export const offers: Kind<Draft, Model> = {
  name: 'provider',
  item: (draft, place) => modelSchema.parse(offer(draft, place)),
  key: ({ id }) => id,
  pricedBy,
  fill: (models, others, endpoint) => fill(models, others, fillOrigin(endpoint)),
  keep,
  facts: (model) => ({ ...model, source: { ...model.source, fetchedAt: '', sha256: '' } }),
};

/**
 * The full record of a draft: what the draft leaves out is null, and a price that can't be one is taken out.
 *
 * All prices 0 without a word that the model is free is how catalogs write "unknown" or "subscription": it stays empty.
 */
export function offer(draft: Draft, { source, endpoint, page }: Place<Draft, Model>): Model {
  const { cost, issues } = believable(draft);
  const priced = Object.values(cost).some((value) => value !== null);
  return {
    id: draft.id,
    provider: source.id,
    name: draft.name ?? null,
    ownedBy: draft.ownedBy ?? null,
    mode: draft.mode ?? null,
    modalities: { input: unique(draft.modalities?.input), output: unique(draft.modalities?.output) },
    limit: { context: tokens(draft.limit?.context), output: tokens(draft.limit?.output) },
    capabilities: { ...unknownCapabilities, ...draft.capabilities },
    openWeights: draft.openWeights ?? null,
    quantization: draft.quantization ?? null,
    knowledge: draft.knowledge ?? null,
    releaseDate: draft.releaseDate ?? null,
    lastUpdated: draft.lastUpdated ?? null,
    status: draft.status ?? null,
    deprecatedAt: draft.deprecatedAt ?? null,
    retiresAt: draft.retiresAt ?? null,
    cost,
    tiers: [...(draft.tiers ?? [])],
    pricing: {
      status: draft.priceStatus ?? (priced ? 'priced' : 'unknown'),
      source: priced || draft.priceStatus ? (endpoint.origin ?? 'provider') : null,
      match: null,
      issues: [...(draft.issues ?? []), ...issues],
    },
    source: {
      url: page.url,
      fetchedAt: page.fetchedAt,
      sha256: page.sha256,
      via: endpoint.origin || page.via === 'file' ? 'catalog' : page.via,
    },
  };
}

const unknownCapabilities: Model['capabilities'] = {
  toolCall: null,
  reasoning: null,
  structuredOutput: null,
  attachment: null,
  temperature: null,
  streaming: null,
};

const unique = <T>(items: readonly T[] | undefined): T[] => [...new Set(items ?? [])];

const tokens = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && Number.isSafeInteger(value) && value > 0 ? value : null;

export const unknownCost: Cost = {
  input: null,
  output: null,
  cacheRead: null,
  cacheWrite: null,
  cacheWrite1h: null,
  reasoning: null,
  inputAudio: null,
  outputAudio: null,
  inputImage: null,
  outputImage: null,
};

const unitFields = ['perImage', 'perRequest', 'perSecond', 'perPage', 'perCharacter'] as const satisfies CostField[];

/** The draft's prices in the record's order, or none where all are 0 and nobody says free. */
function believable(draft: Draft): { cost: Cost; issues: Issue[] } {
  const stated = Object.values(draft.cost ?? {}).filter((value) => typeof value === 'number');
  const allZero = stated.length > 0 && stated.every((value) => value === 0);
  if (allZero && draft.priceStatus !== 'free') {
    const issues = draft.priceStatus
      ? []
      : [{ code: 'zero-price', detail: 'all prices are 0 and nothing says that it is free' }];
    return { cost: { ...unknownCost }, issues };
  }
  return { cost: costOf(draft.cost ?? {}), issues: [] };
}

function costOf(stated: NonNullable<Draft['cost']>): Cost {
  const cost: Cost = { ...unknownCost };
  for (const field of Object.keys(unknownCost) as (keyof typeof unknownCost)[]) cost[field] = stated[field] ?? null;
  for (const field of unitFields) {
    const value = stated[field];
    if (value !== null && value !== undefined) cost[field] = value;
  }
  return cost;
}
