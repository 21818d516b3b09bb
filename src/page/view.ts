import type { Book } from './book.js';
import type { Place } from './hash.js';
import type { Choose } from './usePlace.js';

/** What every view is given. */
export interface ViewProps {
  readonly book: Book;
  readonly place: Place;
  readonly choose: Choose;
}
