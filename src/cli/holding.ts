import { tell } from './tell.js';
import type { RunOptions } from '../run.js';
import { holdFolder } from '../store/holdFolder.js';
import type { Surroundings } from './command.js';
import type { Options } from './options.js';

/** How long --wait waits where it does not say. */
const longestWaitS = 600;

/** What a run is told of the output folder's lock; what happens to it is said also where --quiet says nothing else. */
export const lockingOf = (
  { wait }: Pick<Options, 'wait'>,
  { stderr }: Pick<Surroundings, 'stderr'>,
): Required<Pick<RunOptions, 'waitMs' | 'say'>> => ({
  waitMs: wait === undefined ? 0 : (wait === true ? longestWaitS : wait) * 1000,
  say: (line) => tell(stderr, line),
});

/** Does some work while a folder is held, which is made where it is not there. Rejects as `holdFolder` does. */
export async function holding<T>(
  folder: string,
  options: Pick<Options, 'wait'>,
  surroundings: Pick<Surroundings, 'stderr' | 'stop' | 'isStopped'>,
  work: () => Promise<T>,
): Promise<T> {
  const { stop, isStopped } = surroundings;
  // Heard while it waits, or the process would end without a word.
  const heard = stop.subscribe({});
  try {
    const lock = await holdFolder(folder, { ...lockingOf(options, surroundings), isStopped });
    return await work().finally(() => lock.release());
  } finally {
    heard.unsubscribe();
  }
}
