import type { Written } from '../model/events.js';

/**
 * A place rows end up in. Nothing is visible there before `commit`, nothing is left there after `abort`; a stream to
 * somebody else's program is the exception, what is written to it is gone.
 *
 * `End` is what is known only once all rows are there.
 */
export interface Sink<Row, End = void> {
  /** Settles once the rows are taken: awaiting it is the back-pressure. */
  write(rows: readonly Row[]): Promise<void>;
  /** Makes the rows visible; gives the files it wrote, with paths relative to the output folder. */
  commit(end: End): Promise<readonly Written[]>;
  /** Takes all back that is not visible yet. */
  abort(): Promise<void>;
}
