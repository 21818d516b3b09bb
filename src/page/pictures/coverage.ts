import type { Book, Offer } from '../book.js';
import { countedBy } from './priceContext.js';

/** Whose word a price is: the provider's own, a catalog's, a price list's by its id, and nobody's. */
export type Side = string;

export const nobody: Side = 'nobody';

/** Whose word the price of an offer is. */
export const sideOf = ({ pricing: { source } }: Pick<Offer, 'pricing'>): Side =>
  source === null ? nobody : source.startsWith('catalog:') ? 'catalog' : source;

/** Whose word the prices of a provider are. */
export interface Coverage {
  /** Id of the provider. */
  readonly provider: string;
  readonly name: string;
  readonly offers: number;
  /** Offers by whose word their price is; what is not in it is none. */
  readonly by: ReadonlyMap<Side, number>;
}

/** Whose word prices are, by provider; the provider's own word is the first of the sides, nobody's the last. */
export function coverageOf({ data, offers }: Pick<Book, 'data' | 'offers'>): {
  readonly providers: readonly Coverage[];
  readonly sides: readonly { readonly side: Side; readonly count: number }[];
} {
  const of = new Map<string, Offer[]>(data.providers.map(({ id }) => [id, []]));
  for (const offer of offers) of.get(offer.provider)?.push(offer);
  const place = (side: Side) => (side === 'provider' ? 0 : side === nobody ? 2 : 1);
  const sides = countedBy(offers, sideOf).sort(([a], [b]) => place(a) - place(b));
  return {
    providers: data.providers.map(({ id, name }) => {
      const own = of.get(id) ?? [];
      return { provider: id, name, offers: own.length, by: new Map(countedBy(own, sideOf)) };
    }),
    sides: sides.map(([side, count]) => ({ side, count })),
  };
}

/** The share of a provider's offers of which one side tells the price, 0…1. */
export const shareOf = ({ offers, by }: Coverage, side: Side): number =>
  offers === 0 ? 0 : (by.get(side) ?? 0) / offers;

/** In which order providers may stand. */
export const coverageOrders = {
  offers: 'most offers first',
  nobody: 'most without a price first',
  provider: 'most by the provider first',
  name: 'by name',
} as const;
export type CoverageOrder = keyof typeof coverageOrders;

export const coverageOrderIn = (text: string | undefined): CoverageOrder =>
  (Object.keys(coverageOrders) as CoverageOrder[]).find((order) => order === text) ?? 'offers';

/** Providers in an order; where they are equal, by their ids. */
export function inCoverageOrder(providers: readonly Coverage[], order: CoverageOrder): Coverage[] {
  const weight = (one: Coverage): number =>
    order === 'name' ? 0 : order === 'offers' ? one.offers : shareOf(one, order) + one.offers * 1e-9;
  const name = ({ name: own }: Coverage) => own.toLowerCase();
  return providers.toSorted((a, b) => weight(b) - weight(a) || (name(a) < name(b) ? -1 : 1));
}
