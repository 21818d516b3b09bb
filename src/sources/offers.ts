import type { Draft } from '../model/draft.js';
import { pagesOf } from '../model/namedOrigins.js';
import { type Cost } from '../model/cost.js';
import { model as modelSchema, type Model } from '../model/model.js';
import { type Issue } from '../model/pricing.js';
import { unitFields } from '../model/words.js';
import { fill, fillOrigin, pricedBy } from './fill.js';
import { heldBack } from './heldBack.js';
import { keep } from './keep.js';
import type { Kind, Place } from './kind.js';
import { movesOf } from './moves.js';
import { priceNames } from './priceNames.js';
import { bounded } from './reading/bounded.js';
import { compiled } from './parse/compiled.js';
import { concluded } from './reading/concluded.js';
import { createdDay } from './reading/createdDay.js';
import { lifecycleIn, realDay, statusFor } from './reading/lifecycleIn.js';
import { modeFor } from './reading/modeFor.js';
import { tiersFor } from './reading/tiersFor.js';
import { unknownCost } from './unknownCost.js';
import { type UnitKind, unitsFor, writesNothing } from './reading/unitsFor.js';
import { withReason } from './reading/whyUnknown.js';

/** The rows of a provider become its offers: one model at one provider each. */
export const offers: Kind<Draft, Model> = {
  name: 'provider',
  item: (draft, place) => compiled(modelSchema).parse(offer(draft, place)),
  key: ({ id }) => id,
  identity: ({ id }) => id,
  pricedBy,
  isUnplaced: ({ pricing }) => hasIssue(pricing.issues, 'unread-price'),
  prices: priceNames,
  fill: (models, others, endpoint) => fill(models, others, fillOrigin(endpoint)),
  moves: movesOf,
  holdBack: heldBack,
  finish: (model, asked) => withReason(concluded(model, asked), asked),
  isOffer: ({ pricing }) => !hasIssue(pricing.issues, 'name-only'),
  isOwn: ({ pricing, status }) =>
    (pricing.status !== 'unknown' || status === 'retired' || hasIssue(pricing.issues, 'no-list-price')) &&
    !hasIssue(pricing.issues, 'name-only'),
  listedBy: (model, endpoint) => ({ ...model, from: { ...model.from, '*': endpoint } }),
  pages: pagesOf,
  keep,
};

const hasIssue = (issues: readonly Issue[], code: string): boolean => issues.some((issue) => issue.code === code);

/**
 * The full record of a draft: what the draft leaves out is null, and a price that can't be one is taken out.
 *
 * All prices 0 without a word that the model is free is how catalogs write "unknown" or "subscription": it stays empty.
 * Neither is a model free that has a price in a key that nobody reads.
 */
export function offer(draft: Draft, place: Place<Draft, Model>): Model {
  const { source, endpoint, page, row } = place;
  const modalities = { input: unique(draft.modalities?.input), output: unique(draft.modalities?.output) };
  const known = { id: draft.id, name: draft.name ?? null, modalities };
  const kind = { mode: draft.mode ?? modeFor(known), ...modalities };
  const ends = lifecycleIn(row);
  const [deprecatedAt, retiresAt] = [realDay(draft.deprecatedAt), realDay(draft.retiresAt)];
  const dates = { deprecatedAt: deprecatedAt ?? ends.deprecatedAt, retiresAt: retiresAt ?? ends.retiresAt };
  const day = page.fetchedAt.slice(0, 10);
  const { cost, tiers, pricing } = priceOf(draft, kind, place);
  // Field by field, for spreading costs as much as all the rest of reading a row.
  return {
    id: draft.id,
    provider: source.id,
    model: null,
    name: draft.name ?? null,
    ownedBy: draft.ownedBy ?? null,
    mode: draft.mode ?? null,
    modalities,
    limit: {
      context: tokens(draft.limit?.context),
      input: tokens(draft.limit?.input),
      output: writesNothing(kind.mode) ? null : tokens(draft.limit?.output),
    },
    capabilities: { ...unknownCapabilities, ...draft.capabilities },
    openWeights: draft.openWeights ?? null,
    quantization: draft.quantization ?? null,
    knowledge: draft.knowledge ?? null,
    releaseDate: draft.releaseDate ?? (endpoint.createdIsRelease ? createdDay(row, day) : null),
    lastUpdated: draft.lastUpdated ?? null,
    status: statusFor(draft.status ?? null, dates, day),
    deprecatedAt: dates.deprecatedAt,
    retiresAt: dates.retiresAt,
    cost,
    tiers,
    pricing,
    from: { '*': endpoint.name },
  };
}

/** What the draft says of the price, in the units of what the model is. */
function priceOf(
  draft: Draft,
  kind: UnitKind,
  { unread, endpoint, pageName, index }: Place<Draft, Model>,
): Pick<Model, 'cost' | 'tiers' | 'pricing'> {
  const isFree = draft.priceStatus === 'free' && unread.size === 0;
  const said = draft.priceStatus === 'free' && !isFree ? undefined : draft.priceStatus;
  const stated = bounded(draft);
  const units = unitsFor(kind, draft.cost ? costOf(stated.cost) : {});
  const { cost, issues } = believable(units.cost, isFree, draft.priceStatus !== undefined);
  const tiers = tiersFor(stated.tiers, kind);
  const isPriced = Object.values(cost).some((value) => value !== null);
  const status = said ?? (isPriced ? 'priced' : tiers.read.length > 0 ? 'variable' : 'unknown');
  const told = [
    ...[...unread].map(([key, price]) => ({ code: 'unread-price', detail: `${key}: ${price} is not read` })),
    ...(draft.noPrice ? [{ code: 'no-list-price', detail: draft.noPrice }] : []),
    ...(draft.isNameOnly ? [{ code: 'name-only', detail: 'the id is a name for people' }] : []),
  ];
  return {
    cost,
    tiers: tiers.read,
    pricing: {
      status,
      ...unsettled,
      source: status === 'unknown' ? null : (endpoint.origin ?? 'provider'),
      evidence: status === 'unknown' ? null : { endpoint: pageName, row: index },
      issues: [...(draft.issues ?? []), ...issues, ...units.issues, ...tiers.issues, ...stated.issues, ...told],
    },
  };
}

const unsettled = { confidence: null, agree: [], differ: [], match: null } satisfies Partial<Model['pricing']>;
const unknownCapabilities: Model['capabilities'] = {
  toolCall: null,
  reasoning: null,
  structuredOutput: null,
  attachment: null,
  temperature: null,
  streaming: null,
};

const unique = <T>(items: readonly T[] | undefined): T[] => [...new Set(items ?? [])];

/** A limit in tokens; 0 and 1 stand for none (an embedding's, an image's). */
const tokens = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && Number.isSafeInteger(value) && value > 1 ? value : null;

/** The prices, or none where all are 0 and nobody says free. */
function believable(cost: Partial<Cost>, isFree: boolean, isSaid: boolean): { cost: Cost; issues: Issue[] } {
  const numbers = Object.values(cost).filter((value) => typeof value === 'number');
  const allZero = numbers.length > 0 && numbers.every((value) => value === 0);
  if (!allZero || isFree) return { cost: { ...unknownCost, ...cost }, issues: [] };
  const issues = isSaid ? [] : [{ code: 'zero-price', detail: 'all prices are 0 and nothing says that it is free' }];
  return { cost: { ...unknownCost }, issues };
}

function costOf(stated: NonNullable<Draft['cost']>): Cost {
  const cost: Cost = { ...unknownCost };
  for (const field of Object.keys(unknownCost) as (keyof typeof unknownCost)[]) cost[field] = stated[field] ?? null;
  for (const field of unitFields) if (typeof stated[field] === 'number') cost[field] = stated[field];
  return cost;
}
