import type { Cost } from '../model/cost.js';
import type { Model } from '../model/model.js';
import type { Pricing } from '../model/pricing.js';
import { unknownCost } from '../sources/unknownCost.js';

/** What a record says where nothing is known: what is equal to it need not be sent. */
const nothing = {
  name: null,
  ownedBy: null,
  model: null,
  mode: null,
  modalities: { input: [], output: [] },
  limit: { context: null, input: null, output: null },
  capabilities: {
    ...{ toolCall: null, reasoning: null, structuredOutput: null },
    ...{ attachment: null, temperature: null, streaming: null },
  },
  openWeights: null,
  quantization: null,
  knowledge: null,
  releaseDate: null,
  lastUpdated: null,
  status: null,
  deprecatedAt: null,
  retiresAt: null,
  cost: unknownCost,
  tiers: [],
  pricing: {
    status: 'priced',
    source: 'provider',
    confidence: null,
    evidence: null,
    agree: [],
    differ: [],
    match: null,
    issues: [],
  },
} satisfies Partial<Model>;

/** Of an object those fields that are not what they are where nothing is known. */
type Slim<Whole> = { readonly [Field in keyof Whole]?: Whole[Field] | undefined };

/** A record without what is not known, and without its provider, which stands over it. */
export interface SlimModel
  extends Slim<Omit<Model, 'id' | 'provider' | 'from' | 'kept' | Nested>>, Pick<Model, 'id' | 'kept'> {
  readonly modalities?: Slim<Model['modalities']>;
  readonly limit?: Slim<Model['limit']>;
  readonly capabilities?: Slim<Model['capabilities']>;
  readonly cost?: Slim<Cost>;
  readonly pricing?: Slim<Pricing>;
}
type Nested = 'modalities' | 'limit' | 'capabilities' | 'cost' | 'pricing';

/** Which endpoint each part came from is left to the record's own file. */
const left = new Set(['provider', 'from', 'quotes']);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Leaves out what is equal to what stands where nothing is known. */
function without(value: Record<string, unknown>, known: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, own]): [string, unknown][] => {
      const usual = known[field];
      if (own === undefined || isSame(own, usual)) return [];
      return [[field, isObject(own) && isObject(usual) ? without(own, usual) : own]];
    }),
  );
}

/** Fills in what was left out. */
function within(
  value: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const filled: Record<string, unknown> = { ...known, ...value };
  for (const [field, usual] of Object.entries(known)) {
    const own = value[field];
    if (isObject(usual) && isObject(own)) filled[field] = within(own, usual);
  }
  return filled;
}

/** A record as small as it goes; `wholeOf` is the way back. */
export const slimOf = (model: Model): SlimModel => {
  const told = Object.fromEntries(Object.entries(model).filter(([field]) => !left.has(field)));
  return without(told, nothing) as unknown as SlimModel;
};

/** The record of an offer as its provider's file has it, but for the endpoint of each part. */
export const wholeOf = (slim: SlimModel, provider: string): Model =>
  ({ ...within(slim as unknown as Record<string, unknown>, nothing), provider, from: {} }) as unknown as Model;
