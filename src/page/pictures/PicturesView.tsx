import type { ViewProps } from '../view.js';

/** To come. */
export function PicturesView({ book }: ViewProps) {
  return <p>{book.offers.length}</p>;
}
