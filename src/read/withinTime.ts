import vm from 'node:vm';
import { shapeError } from '../sources/parse/shapeError.js';

/** Time to make rows of the pages of an endpoint, in ms: the longest, a catalog of 6,000 models, takes some 300, and a busy machine ten times as long. */
export const longestReading = 15_000;

/** Of fewer characters there is nothing to watch: no reader takes more than the square of their number. To watch costs 0.1 ms. */
const fewCharacters = 16_000;

/** The work that is running; the script finds it here. */
let running: () => unknown = () => undefined;
const key = Symbol.for('ratecard.withinTime');
Object.defineProperty(globalThis, key, { value: () => running(), configurable: true });
const script = new vm.Script(`globalThis[Symbol.for('ratecard.withinTime')]()`);

/**
 * What synchronous work on so many characters gives. Work that takes longer than `ms` is ended, wherever it is, and throws a shape error: nothing
 * else of the process, a Ctrl-C included, is heard until it ends. V8 itself ends it, so that the work needs no thread of
 * its own and its functions and values stay what they are.
 */
export const withinTime = <Value>(work: () => Value, characters: number, ms: number = longestReading): Value =>
  timeFor(characters, ms)(work);

/** Gives `ms` for work on so many characters that is done in several calls: each takes of it, and throws as `withinTime` does where none is left. */
export function timeFor(characters: number, ms: number = longestReading): <Value>(work: () => Value) => Value {
  if (characters < fewCharacters) return (work) => work();
  let left = ms;
  return (work) => {
    const from = performance.now();
    try {
      if (left > 0) return watched(work, Math.ceil(left));
    } catch (error) {
      if ((error as NodeJS.ErrnoException | null)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    } finally {
      left -= performance.now() - from;
    }
    throw shapeError(`to read the answer takes more than ${ms / 1000} s: it is not what it was`);
  };
}

function watched<Value>(work: () => Value, ms: number): Value {
  const outer = running;
  running = work;
  try {
    return script.runInThisContext({ timeout: ms }) as Value;
  } finally {
    running = outer;
  }
}
