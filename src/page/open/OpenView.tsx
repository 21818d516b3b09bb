import type { ViewProps } from '../view.js';

/** To come. */
export function OpenView({ book }: ViewProps) {
  return <p>{book.offers.length}</p>;
}
