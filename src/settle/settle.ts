import type { PriceIndex } from '../match/priceIndex.js';
import type { Cost, Tier } from '../model/cost.js';
import type { Model } from '../model/model.js';
import type { Issue, Pricing } from '../model/pricing.js';
import { hear, type Heard } from './collect.js';
import { contradicted } from './contradicted.js';
import { familyOf } from './families.js';
import { filled } from './filled.js';
import { merged, type Outcome } from './outcome.js';
import { besides, overridden } from './overridden.js';
import { overrideWitness, type Overrides } from './overrides.js';
import type { Prices } from './law.js';
import type { Peers } from './peers.js';
import { pricesIn } from './prices.js';
import { said } from './said.js';
import { stands } from './stands.js';
import { testify, type Witness } from './testify.js';
import type { Trusts } from './trust.js';

/** What is known of an offer before its price is settled. */
export type Offer = Pick<Model, 'id' | 'provider' | 'name' | 'mode' | 'modalities' | 'pricing' | 'quotes' | 'tiers'> & {
  readonly cost: Prices;
};

/** What an offer's price is settled by. */
export interface Court {
  readonly lists: readonly PriceIndex[];
  readonly peers: Peers;
  /** Why a list is not believed as a whole, by its id. Default: all are. */
  readonly apart?: ReadonlyMap<string, Issue> | undefined;
  /** What people corrected. Default: nothing. */
  readonly overrides?: Overrides | undefined;
  /** Other offers of the provider, by id. */
  readonly sibling?: (id: string) => Prices | undefined;
  /** How far whom is to be trusted. Default: as measured. */
  readonly trusts?: Trusts | undefined;
  /** 0…1: below it nothing is filled. Default 0.8. */
  readonly minConfidence?: number | undefined;
}

/** A statement, or a part of it, that is not believed. */
export interface Refused {
  readonly witness: string;
  /** Its row, in the words of a list; null where it is the offer's own. */
  readonly row: string | null;
  readonly code: string;
  readonly detail: string;
}

/** The price of an offer, and what came of it. */
export interface Settled {
  readonly cost: Cost;
  readonly tiers: readonly Tier[];
  readonly pricing: Pricing;
  /** Single prices that are another witness's, by name. */
  readonly from: Readonly<Record<string, string>>;
  readonly refused: readonly Refused[];
  /** All that was said. */
  readonly witnesses: readonly Witness[];
}

/**
 * Settles the price of an offer by all who state one. A person's correction stands above all, then the provider's own word,
 * each unless a hard law breaks it; where both are silent, the witnesses are weighed. What is not believed, and what nobody knows, is said in `pricing`.
 */
export function settle(offer: Offer, court: Court): Settled {
  const { lists, peers, sibling = () => undefined } = court;
  const answers = lists.map((list) => hear(list, offer));
  const heard = answers.filter((answer) => typeof answer !== 'string');
  const override = court.overrides?.offers.get(`${offer.provider}/${offer.id}`);
  const stated = [...ownWord(offer), ...quotesOf(offer)].filter((one) => !contradicted(one, heard));
  const asked = [...(override ? [override] : []), ...stated, ...heard];
  const witnesses = testify(asked.map(doubted(court.apart)), offer, { peers, sibling });
  const silences = answers.filter((answer) => typeof answer === 'string');
  const refused = witnesses.flatMap(refusedOf);
  const [correction] = witnesses.filter(({ family }) => family === overrideWitness);
  const others = witnesses.filter((one) => one !== correction);
  const base = weighed(offer, others, silences, court);
  return {
    ...(correction ? corrected(base, correction, others, offer, court) : base),
    ...{ refused, witnesses },
  };
}

/** The price by all but a person's correction. */
function weighed(offer: Offer, witnesses: readonly Witness[], silences: readonly string[], court: Court): Outcome {
  if (isSaid(offer)) return said(offer, witnesses, court);
  const provider = witnesses.find(({ family, isUsable }) => family === 'provider' && isUsable);
  return provider ? stands(offer, provider, witnesses, court) : filled(offer, witnesses, silences, court);
}

/** The same with the correction; one that no law leaves anything of is named, and changes nothing. */
function corrected(
  base: Outcome,
  correction: Witness,
  others: readonly Witness[],
  offer: Offer,
  court: Court,
): Outcome {
  if (!correction.isUsable)
    return { ...base, pricing: { ...base.pricing, issues: merged(base.pricing.issues, correction.broken) } };
  const { cost, tiers } = besides(base);
  const together = { ...correction, cost: { ...cost, ...correction.cost }, tiers };
  const { peers, sibling = () => undefined } = court;
  const [whole] = testify([together], offer, { peers, sibling });
  const why = court.overrides?.offers.get(`${offer.provider}/${offer.id}`)?.why;
  return whole ? overridden(base, correction, whole, others, why) : base;
}

/** Answers of who sells that are no price and no gap. */
const isSaid = ({ pricing: { status, issues } }: Offer): boolean =>
  status === 'free' ||
  status === 'variable' ||
  status === 'plan' ||
  issues.some(({ code }) => code === 'no-list-price');

/** The price that the record has. */
const ownWord = ({ cost, tiers, pricing: { source, evidence, match } }: Offer): Heard[] =>
  source === null || (pricesIn(cost).length === 0 && tiers.length === 0)
    ? []
    : [
        {
          witness: source,
          evidence: evidence ?? { endpoint: '', row: 0 },
          cost: Object.fromEntries(pricesIn(cost)),
          ...{ tiers, match, ...unheard },
        },
      ];

const quotesOf = ({ quotes = [] }: Offer): Heard[] => quotes.map((quote) => ({ ...quote, ...unheard }));

/** The statement with the doubt that there is of all that its family says. */
const doubted =
  (apart: Court['apart']) =>
  (heard: Heard): Heard => {
    const doubt = apart?.get(familyOf(heard.witness));
    return doubt ? { ...heard, doubt } : heard;
  };

/** Of the very id, with no doubt. */
const unheard = { mode: null, kind: null, doubt: null };

const refusedOf = ({ witness, match, doubt, broken }: Witness): Refused[] =>
  [...(doubt ? [doubt] : []), ...broken].map((issue) => ({
    witness,
    row: match ? `${match.provider}/${match.model}` : null,
    ...issue,
  }));
