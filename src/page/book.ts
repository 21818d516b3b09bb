import { groupBy } from '../identity/groupBy.js';
import type { Model } from '../model/model.js';
import type { ReportData, ReportProvider } from '../report/reportData.js';
import { wholeOf } from '../report/slim.js';

/** An offer as the page shows it. */
export interface Offer extends Model {
  /** `provider/id`. */
  readonly key: string;
  readonly seller: ReportProvider;
  /** Whose model it is; null where nobody says. */
  readonly lab: string | null;
  /** What is searched: in small letters, and what joins words a blank. */
  readonly text: string;
  /** The same without blanks: nobody knows how a name is spelled. */
  readonly squeezed: string;
}

/** All offers of the page, and ways to find them. */
export interface Book {
  readonly data: ReportData;
  readonly offers: readonly Offer[];
  readonly byKey: ReadonlyMap<string, Offer>;
  /** Those of each model, by its key. */
  readonly byModel: ReadonlyMap<string, readonly Offer[]>;
}

/** Opens what the page was made with. */
export function bookOf(data: ReportData): Book {
  const offers = data.providers.flatMap((seller) =>
    seller.offers.map((slim) => offerOf(wholeOf(slim, seller.id), seller)),
  );
  return {
    ...{ data, offers },
    byKey: new Map(offers.map((offer) => [offer.key, offer])),
    byModel: groupBy(
      offers.filter(({ model }) => model?.key),
      ({ model }) => model?.key ?? '',
    ),
  };
}

function offerOf(model: Model, seller: ReportProvider): Offer {
  const key = `${model.provider}/${model.id}`;
  const lab = model.model?.key?.split('/')[0] ?? model.ownedBy;
  const text = plain([key, model.name, model.model?.key, seller.name].join(' '));
  return { ...model, key, seller, lab, text, squeezed: squeezed(text) };
}

export const squeezed = (text: string): string => text.replaceAll(' ', '');

/** How a text is searched: small, and all that joins words a blank. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_/:.-]+/g, ' ')
    .trim();
