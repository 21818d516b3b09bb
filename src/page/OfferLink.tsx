import { hashOf } from './hash.js';

/** To the page of an offer, `provider/id`. */
export const OfferLink = ({ offer }: { readonly offer: string }) => (
  <a href={hashOf({ view: 'offer', of: offer })}>{offer}</a>
);
