import type { ViewProps } from '../view.js';

/** To come. */
export function RunView({ book }: ViewProps) {
  return <p>{book.offers.length}</p>;
}
