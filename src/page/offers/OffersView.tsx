import type { ViewProps } from '../view.js';

/** To come. */
export function OffersView({ book }: ViewProps) {
  return <p>{book.offers.length}</p>;
}
