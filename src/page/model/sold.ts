import type { SoldOffer } from '../../book/models/query.js';
import { type Offers, soldIn } from '../../book/offers.js';
import { offersOf } from '../../book/offersOf.js';
import { groupBy } from '../../identity/groupBy.js';
import type { Book, Offer } from '../book.js';

/** An offer with how it is sold. */
export interface Sold extends SoldOffer {
  readonly offer: Offer;
}

/** The offers as the command line has them. */
function tableOf({ offers, data }: Book): Offers {
  const kinds = new Map(data.providers.map(({ id, kind }) => [id, kind]));
  return { offers, kindOf: (provider) => kinds.get(provider) ?? null };
}

/** The offers of a model, sorted as the command line sorts them: the cheapest first. */
export const soldOffers = (book: Book, key: string): readonly Sold[] => offersOf(tableOf(book), key) as readonly Sold[];

/** How each of some offers is sold, by all that is known of their models. */
export function soldEach(book: Book, offers: readonly Offer[]): Sold[] {
  const table = tableOf(book);
  const soldAs = soldIn(table);
  return offers.map((offer) => ({ offer, kind: table.kindOf(offer.provider), sold: soldAs(offer) }));
}

/** Those who sell a model in one way. */
export interface Sellers {
  /** In words. */
  readonly how: string;
  readonly sellers: readonly { readonly provider: string; readonly name: string; readonly offers: readonly Offer[] }[];
}

const kinds = { lab: 'labs', cloud: 'clouds', host: 'hosts', gateway: 'gateways', plan: 'subscriptions' } as const;

const howSold = ({ kind, sold }: Sold): string => {
  if (sold === 'plan') return 'In a subscription';
  const who = kind === null ? 'others' : kinds[kind];
  return sold === 'direct' ? `Direct, by ${who}` : `Resold, by ${who}`;
};

/** Who sells a model: those that run it, then those that pass calls on to them, then those that have it in a subscription. */
export const sellersOf = (offers: readonly Sold[]): Sellers[] =>
  [...groupBy(offers, howSold)]
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([how, sold]) => ({
      how,
      sellers: [...groupBy(sold, ({ offer }) => offer.provider)].map(([provider, own]) => ({
        ...{ provider, name: own[0]?.offer.seller.name ?? provider },
        offers: own.map(({ offer }) => offer),
      })),
    }));

const ways = ['Direct', 'Resold'].flatMap((way) =>
  [...Object.values(kinds), 'others'].map((who) => `${way}, by ${who}`),
);
const placeOf = (how: string): number => (ways.includes(how) ? ways.indexOf(how) : ways.length);
