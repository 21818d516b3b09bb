import type { SourceRef } from './events.js';

/** A request that failed and is made again. */
export interface Retry {
  /** Its `requestKey`. */
  readonly request: string;
  /** The attempt to come, from 2, and the last one that there will be. */
  readonly attempt: number;
  readonly attempts: number;
  /** When it begins, in ms since 1970. */
  readonly at: number;
  /** What the attempt before failed of. */
  readonly why: string;
}

interface Asked extends SourceRef {
  readonly type: 'asked';
  readonly request: string;
}

/** The page came, or did not come and nobody waits for it any longer. */
interface Answered extends SourceRef {
  readonly type: 'answered';
  readonly request: string;
}

interface Retrying extends SourceRef, Retry {
  readonly type: 'retrying';
}

interface Waiting extends SourceRef {
  readonly type: 'waiting';
  /** `lists`: all price lists; `turn`: to be one of those that are read at a time. */
  readonly for: 'lists' | 'turn';
}

/** What a source does between its start and its end, beside its events: for a display, nothing depends on it. */
export type Activity = Asked | Answered | Retrying | Waiting;
