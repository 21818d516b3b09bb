import type { ViewProps } from '../view.js';

/** To come. */
export function ChangesView({ book }: ViewProps) {
  return <p>{book.offers.length}</p>;
}
