import type { Tier } from '../model/cost.js';
import type { ChangeKind, ChangeValue, Offered } from '../model/change.js';
import type { Model } from '../model/model.js';
import { groupBy } from '../identity/groupBy.js';

/** One thing that is said of an offer. */
export interface Fact {
  readonly kind: Extract<ChangeKind, 'price' | 'limit' | 'status' | 'capability'>;
  readonly field: string;
  /** Under which condition a price holds. */
  readonly when?: Tier['when'];
  readonly value: Exclude<ChangeValue, Offered>;
}

/** Facts by a key that is equal for one fact on two days. */
export type Facts = ReadonlyMap<string, Fact>;

/** What is compared of a record, in an order of its own: only the prices that are known. */
export const offeredOf = (model: Model): Offered =>
  offeredFrom(factsOf({ ...model, pricing: model.pricing.status }).values());

/** The facts about an offer, by their key; what nobody says is none. Of two prices under one condition the first counts. */
export function factsOf(offer: Offered): Facts {
  const { limit, capabilities, modalities, mode } = offer;
  const of = (kind: Fact['kind'], values: object): Fact[] =>
    Object.entries(values).map(([field, value]) => ({ kind, field, value: value as Fact['value'] }));
  const facts: Fact[] = [
    ...of('price', offer.cost),
    ...offer.tiers.flatMap(({ when, cost }) => of('price', cost).map((fact) => ({ ...fact, when }))),
    ...of('limit', limit),
    ...of('status', statusesOf(offer)),
    ...of('capability', { ...capabilities, mode }),
    ...of('capability', {
      'modalities.input': modalities.input.toSorted(),
      'modalities.output': modalities.output.toSorted(),
    }),
  ].filter(({ value }) => isSaid(value));
  const byKey = new Map(facts.toReversed().map((fact) => [keyOf(fact), fact]));
  return new Map([...byKey].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const statusesOf = ({ status, pricing, deprecatedAt, retiresAt }: Offered) => ({
  status,
  pricing,
  deprecatedAt,
  retiresAt,
});

const isSaid = (value: Fact['value'] | undefined): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;

/** Equal for one fact on two days, in whatever order its conditions stand. */
export const keyOf = ({ kind, field, when }: Pick<Fact, 'kind' | 'field' | 'when'>): string =>
  JSON.stringify([kind, field, ...(when ? [Object.entries(when).sort(([a], [b]) => (a < b ? -1 : 1))] : [])]);

/** The facts as an offer has them: what `factsOf` makes facts of. */
export function offeredFrom(facts: Iterable<Fact>): Offered {
  const all = [...facts].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const valuesOf = (some: readonly Fact[]): Record<string, never> =>
    Object.fromEntries(some.map(({ field, value }) => [field, value as never]));
  const of = (kind: Fact['kind']) => valuesOf(all.filter((fact) => fact.kind === kind && !fact.when));
  const { mode = null, 'modalities.input': input = [], 'modalities.output': output = [], ...can } = of('capability');
  const nothing = { status: null, deprecatedAt: null, retiresAt: null };
  return {
    pricing: 'unknown',
    cost: of('price'),
    tiers: tiersOf(all).map((some) => ({ when: some[0]?.when ?? {}, cost: valuesOf(some) })),
    limit: { context: null, input: null, output: null, ...of('limit') },
    ...{ ...nothing, ...of('status') },
    mode,
    modalities: { input, output },
    capabilities: { ...cannot, ...can },
  };
}

/** The prices under conditions, those under one together. */
const tiersOf = (facts: readonly Fact[]): Fact[][] => [
  ...groupBy(
    facts.filter(({ when }) => when),
    ({ when }) => keyOf({ kind: 'price', field: '', ...(when && { when }) }),
  ).values(),
];

const cannot = {
  ...{ toolCall: null, reasoning: null, structuredOutput: null },
  ...{ attachment: null, temperature: null, streaming: null },
};
