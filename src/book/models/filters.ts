import { Decimal } from 'decimal.js';
import { labsBySpelling } from '../../identity/data/labs.js';
import type { Cost } from '../../model/cost.js';
import type { Model } from '../../model/model.js';
import { pricesIn } from '../../settle/prices.js';
import { writesNothing } from '../../sources/reading/unitsFor.js';
import { labIn } from '../offers.js';
import type { ModelsQuery } from './query.js';

/** Whether an offer fits; null where nobody says what it would be judged by. */
type Fits = boolean | null;

/** A part of a query that is asked of each offer. */
export interface Filter {
  readonly by: keyof ModelsQuery;
  readonly fits: (offer: Model) => Fits;
  /** What an offer that is left out doesn't say, and what several don't. */
  readonly unsaid: readonly [one: string, more: string];
}

type Makers = { readonly [By in keyof ModelsQuery]?: (wanted: NonNullable<ModelsQuery[By]>) => Omit<Filter, 'by'> };

/** Of what does not write text nobody says whether it can do this: it can't. */
const can = (said: boolean | null, { mode }: Model): Fits =>
  said ?? (mode === null || mode === 'chat' || mode === 'completion' || mode === 'other' ? null : false);

const is = (fits: Fits, wanted: boolean): Fits => (fits === null ? null : fits === wanted);

/** A price in USD per 1K tokens against one per 1M; what has prices of another kind alone has none by token. */
const atMost = (price: number | null | undefined, most: number, cost: Cost): Fits =>
  typeof price === 'number'
    ? new Decimal(price).times(1000).lte(most)
    : pricesIn(cost).length > 0 && pricesIn(cost).every(([field]) => field.startsWith('per'))
      ? false
      : null;

/** The lab of an offer: that of its model, or else in the provider's words. */
export const labOf = ({ model, ownedBy }: Model): string | null =>
  model?.key ? labIn(model.key) : ownedBy === null ? null : plainLab(ownedBy);

/** A lab in its one spelling. */
const plainLab = (text: string): string => {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return labsBySpelling.get(plain) ?? labsBySpelling.get(plain.replaceAll('-', '')) ?? plain;
};

const ofPrice = (side: string, fits: (offer: Model) => Fits): Omit<Filter, 'by'> => ({
  unsaid: [`offer has no known ${side} price`, `offers have no known ${side} price`],
  fits: (offer) => {
    const { status } = offer.pricing;
    // What is free stands apart, and is let through to be counted; a call that a subscription pays has no price.
    return status === 'priced' ? fits(offer) : status === 'free' ? true : status === 'plan' ? false : null;
  },
});

/** Of what every offer says. */
const always = ['', ''] as const;

const makers: Makers = {
  providers: (ids) => ({ unsaid: always, fits: ({ provider }) => ids.includes(provider) }),
  labs: (labs) => {
    const wanted = labs.map(plainLab);
    const has = (lab: string | null): Fits => (lab === null ? null : wanted.includes(lab));
    return {
      unsaid: ["offer doesn't say whose model it is", "offers don't say whose model they are"],
      fits: (offer) => has(labOf(offer)),
    };
  },
  modes: (modes) => ({
    unsaid: ["offer doesn't say what it is for", "offers don't say what they are for"],
    fits: ({ mode }) => (mode === null ? null : modes.includes(mode)),
  }),
  tools: (wanted) => ({
    unsaid: ["offer doesn't say whether it calls tools", "offers don't say whether they call tools"],
    fits: (offer) => is(can(offer.capabilities.toolCall, offer), wanted),
  }),
  reasoning: (wanted) => ({
    unsaid: ["offer doesn't say whether it reasons", "offers don't say whether they reason"],
    fits: (offer) => is(can(offer.capabilities.reasoning, offer), wanted),
  }),
  minContextTokens: (least) => ({
    unsaid: ["offer doesn't say how much context it takes", "offers don't say how much context they take"],
    fits: ({ limit: { context, input } }) => ((context ?? input) === null ? null : (context ?? input ?? 0) >= least),
  }),
  maxInputUsdPerMillion: (most) => ofPrice('input', ({ cost }) => atMost(cost.input, most, cost)),
  maxOutputUsdPerMillion: (most) =>
    ofPrice('output', ({ cost, mode }) => writesNothing(mode) || atMost(cost.output, most, cost)),
  lifecycles: (wanted) => ({
    unsaid: always,
    // Nobody's word means that it is offered.
    fits: ({ status }) => wanted.includes(status ?? 'active'),
  }),
  statuses: (wanted) => ({ unsaid: always, fits: ({ pricing }) => wanted.includes(pricing.status) }),
};

/** What a query asks of each offer; without `lifecycles` none that is deprecated or retired is wanted. */
export function filtersOf(query: ModelsQuery): Filter[] {
  const whole: ModelsQuery = { ...query, lifecycles: query.lifecycles ?? ['active', 'preview'] };
  return (Object.keys(makers) as (keyof ModelsQuery)[]).flatMap((by) => {
    const wanted = whole[by];
    const make = makers[by] as ((wanted: unknown) => Omit<Filter, 'by'>) | undefined;
    return wanted === undefined || make === undefined ? [] : [{ by, ...make(wanted) }];
  });
}
