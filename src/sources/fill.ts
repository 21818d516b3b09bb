import type { Model } from '../model/model.js';
import { unknownCost } from './offer.js';
import type { Link } from './source.js';

/** The name under which a link's word stands in `source.filled`. */
export const fillOrigin = ({ origin, name }: Link): string => origin ?? name;

/**
 * Fills what is null in `models` from the models of a later link, matched by id, whatever its case, else by a name that only
 * one of them has; one that is another of `models` by its id speaks for that one only.
 *
 * Each filled field is noted in `source.filled` with the link's origin. Prices are taken as a whole, and only where the
 * first link is silent about them: two price lists are never mixed within one offer.
 */
export function fill(models: readonly Model[], others: readonly Model[], origin: string): Model[] {
  const byId = new Map([
    ...others.map((other) => [other.id.toLowerCase(), other] as const),
    ...others.map((other) => [other.id, other] as const),
  ]);
  const own = new Set(models.map(({ id }) => id.toLowerCase()));
  const byName = uniqueNames(others);
  return models.map((model) => {
    const namesake = byName.get(nameKey(model) ?? '');
    const free = namesake && !own.has(namesake.id.toLowerCase()) ? namesake : undefined;
    const other = byId.get(model.id) ?? byId.get(model.id.toLowerCase()) ?? free;
    return other ? filled(model, other, origin) : model;
  });
}

const nameKey = (model: Model): string | undefined => model.name?.toLowerCase().replace(/\s+/g, ' ').trim();

function uniqueNames(models: readonly Model[]): Map<string, Model> {
  const names = new Map<string, Model | undefined>();
  for (const model of models) {
    const key = nameKey(model);
    if (key) names.set(key, names.has(key) ? undefined : model);
  }
  return new Map([...names].filter((entry): entry is [string, Model] => entry[1] !== undefined));
}

const plain = [
  'name',
  'ownedBy',
  'mode',
  'openWeights',
  'quantization',
  'knowledge',
  'releaseDate',
  'lastUpdated',
  'status',
  'deprecatedAt',
  'retiresAt',
] as const;

/** What of a filled model is the word of `origin`; all else is null. */
export function filledBy(origin: string, model: Model): Model {
  const is = (field: string) => model.source.filled?.[field] === origin;
  const only = <T extends object>(facts: T, prefix = ''): T =>
    Object.fromEntries(Object.entries(facts).map(([field, fact]) => [field, is(prefix + field) ? fact : null])) as T;
  const { input, output } = model.modalities;
  return {
    ...model,
    ...only(Object.fromEntries(plain.map((field) => [field, model[field]]))),
    limit: only(model.limit, 'limit.'),
    capabilities: only(model.capabilities, 'capabilities.'),
    modalities: { input: is('modalities.input') ? input : [], output: is('modalities.output') ? output : [] },
    ...(!is('cost') && {
      cost: unknownCost,
      tiers: [],
      pricing: { status: 'unknown', source: null, match: null, issues: [] },
    }),
  };
}

function filled(model: Model, other: Model, origin: string): Model {
  const from: Record<string, string> = { ...model.source.filled };
  const patch: Partial<Model> = {};
  const note = (field: string) => (from[field] = origin);

  for (const field of plain) {
    if (model[field] === null && other[field] !== null) {
      Object.assign(patch, { [field]: other[field] });
      note(field);
    }
  }
  const limit = merge(model.limit, other.limit, (field) => note(`limit.${field}`));
  const capabilities = merge(model.capabilities, other.capabilities, (field) => note(`capabilities.${field}`));
  const modalities = { ...model.modalities };
  for (const side of ['input', 'output'] as const) {
    if (modalities[side].length === 0 && other.modalities[side].length > 0) {
      modalities[side] = other.modalities[side];
      note(`modalities.${side}`);
    }
  }
  const prices = model.pricing.status === 'unknown' && other.pricing.status !== 'unknown';
  if (prices) note('cost');
  if (Object.keys(from).length === 0) return model;
  return {
    ...model,
    ...patch,
    limit,
    capabilities,
    modalities,
    ...(prices && { cost: other.cost, tiers: other.tiers, pricing: other.pricing }),
    source: { ...model.source, filled: sorted(from) },
  };
}

/** `mine` with its nulls taken from `theirs`; `note` hears of each field taken. */
function merge<T extends Record<string, unknown>>(mine: T, theirs: T, note: (field: string) => void): T {
  const result: Record<string, unknown> = { ...mine };
  for (const [field, value] of Object.entries(theirs)) {
    if (result[field] === null && value !== null) {
      result[field] = value;
      note(field);
    }
  }
  return result as T;
}

const sorted = (from: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(from).sort(([a], [b]) => (a < b ? -1 : 1)));
