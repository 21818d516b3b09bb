import type { Sink } from './sink.js';

/** Takes rows and forgets them: for a dry run. */
export const nowhere: Sink<unknown, unknown> = {
  write: () => Promise.resolve(),
  commit: () => Promise.resolve([]),
  abort: () => Promise.resolve(),
};
