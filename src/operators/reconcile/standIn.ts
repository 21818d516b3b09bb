import type { Snapshot } from '../../model/snapshot.js';
import { retryAtOf } from '../../read/readSource.js';
import type { UnreadError } from '../../read/unreadError.js';

/** Why a reading is not taken: in words, with all that failed. */
export type Why = Pick<UnreadError, 'message' | 'faults'>;

/** The reason as a snapshot tells it. */
export const whyOf = ({ message, faults }: Why): Pick<Snapshot<unknown>, 'error' | 'retryAt' | 'faults'> => ({
  error: message,
  retryAt: retryAtOf(faults),
  faults,
});

/** The previous snapshot in place of what could not be read, or should not be believed. */
export const standIn = <Item>(previous: Snapshot<Item>, why: Why): Snapshot<Item> => ({
  ...previous,
  status: 'stale',
  ...whyOf(why),
});
