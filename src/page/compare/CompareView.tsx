import type { ViewProps } from '../view.js';

/** To come. */
export function CompareView({ book }: ViewProps) {
  return <p>{book.offers.length}</p>;
}
