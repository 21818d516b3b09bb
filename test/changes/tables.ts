import fc from 'fast-check';
import type { Tier } from '../../src/model/cost.js';
import type { Model } from '../../src/model/model.js';
import type { ProviderFile } from '../../src/model/providerFile.js';
import { unknownCost } from '../../src/sources/unknownCost.js';
import { aModel, anOrigin, aPricing, aProviderFile, day1, day2 } from '../builders.js';

/** A file of acme, as it was read on a day. */
export const aFile = (models: readonly Model[], fetchedAt = day1, more: Partial<ProviderFile> = {}): ProviderFile =>
  aProviderFile({ models: [...models], sources: { api: anOrigin({ fetchedAt, sha256: fetchedAt }) }, ...more });

/** An offer with that input price, unless `more` says otherwise. */
export const anOffer = (id = 'm', input: number | null = 0.001, more: Partial<Model> = {}): Model =>
  aModel(id, { cost: { ...unknownCost, input }, pricing: aPricing(), ...more });

export const reread = (models: readonly Model[]): ProviderFile => aFile(models, day2);

const price = fc.constantFrom(null, 0, 0.001, 0.0015, 0.003);
const conditions: readonly Tier['when'][] = [{ serviceTier: 'batch' }, { contextAbove: 1000, region: 'eu' }];
const tiers = fc
  .subarray([...conditions])
  .chain((some) =>
    fc.tuple(...some.map((when) => price.map((input) => ({ when, cost: input === null ? {} : { input } })))),
  );

/** Any offer, of few words, so that two of them are often alike. */
const offer = (id: string): fc.Arbitrary<Model> =>
  fc
    .record({ input: price, output: price, tiers, context: fc.constantFrom(null, 1000, 2000), tools: fc.boolean() })
    .map(({ input, output, tiers: some, context, tools }) =>
      anOffer(id, input, {
        cost: { ...unknownCost, input, output },
        tiers: [...some],
        limit: { context, input: null, output: null },
        capabilities: { ...aModel().capabilities, toolCall: tools },
      }),
    );

const fileOf = (id: string): fc.Arbitrary<ProviderFile> =>
  fc.tuple(...['a', 'b', 'c'].map((name) => fc.option(offer(name), { nil: undefined }))).map((models) =>
    aFile(
      models.flatMap((model) => (model ? [{ ...model, provider: id }] : [])),
      day1,
      { provider: { ...aProviderFile().provider, id } },
    ),
  );

/** Any table of two providers. */
export const anyTable: fc.Arbitrary<ProviderFile[]> = fc.tuple(fileOf('acme'), fileOf('beta'));

/** The same value with the keys of all its objects, and the items of its lists of objects, in another order. */
export function turned<T>(value: T): T {
  if (Array.isArray(value)) {
    const items = (value as unknown[]).map(turned);
    return items.toReversed() as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, turned(one as unknown)]),
  ) as T;
}
