import type { ViewProps } from '../view.js';

/** To come. */
export function CostView({ book }: ViewProps) {
  return <p>{book.offers.length}</p>;
}
