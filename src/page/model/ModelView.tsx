import type { ViewProps } from '../view.js';

/** To come. */
export function ModelView({ book }: ViewProps) {
  return <p>{book.offers.length}</p>;
}
