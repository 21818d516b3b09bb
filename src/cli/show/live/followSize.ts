import { clearLine, moveCursor } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import type { Surroundings } from '../../command.js';
import { widthOf } from '../widthOf.js';

/**
 * Takes away what a terminal that got narrower has folded of a text that is drawn over and over: whoever draws it takes away
 * as many lines as it had, before anything else is written. Gives what ends that.
 */
export function followSize(stderr: Surroundings['stderr'], text: () => string): () => void {
  let before = stderr.columns ?? Infinity;
  const resized = () => {
    const now = stderr.columns || Infinity;
    const extra = linesOf(text(), now) - linesOf(text(), before);
    before = now;
    for (let line = 0; line < extra; line++) {
      moveCursor(stderr, 0, -1);
      clearLine(stderr, 0);
    }
  };
  stderr.on('resize', resized);
  return () => void stderr.off('resize', resized);
}

/** Lines that a text takes on a terminal. */
const linesOf = (text: string, columns: number): number =>
  stripVTControlCharacters(text)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns)), 0);
