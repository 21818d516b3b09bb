import { Failure } from './failure.js';
import type { Options } from './options.js';

/** What becomes of a line that is no record. */
export type OnError = NonNullable<Options['onError']>;

/** How many lines there were, blank ones aside, and what became of them. */
export interface Filtered {
  readonly answered: number;
  readonly passed: number;
  readonly dropped: number;
  /** The number of the first line that was no record, from 1; undefined where all were. */
  readonly firstBad: number | undefined;
}

/** Counts the lines of a filter, and knows what becomes of those that are no records. */
export class Tally implements Filtered {
  answered = 0;
  passed = 0;
  dropped = 0;
  firstBad: number | undefined;

  constructor(private readonly onError: OnError) {}

  /** Counts the line of a number, which can't be answered for a reason that follows on "line 7 of stdin": whether it is passed on, dropped, or ends the filter. */
  refuse(number: number, why: string): 'pass' | 'drop' | Failure {
    this.firstBad ??= number;
    if (this.onError === 'fail') return new Failure(`line ${number} of stdin ${why}`, 1);
    this[this.onError === 'pass' ? 'passed' : 'dropped'] += 1;
    return this.onError;
  }
}
