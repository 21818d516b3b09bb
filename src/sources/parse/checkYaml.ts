import { checkDepth, checkLength, deepest } from './limits.js';
import { shapeError } from './shapeError.js';

const mostMarks = 1_000;

/**
 * Throws a shape error for YAML that is too long or nested too deep: its parser calls itself for each level, and where that
 * overflows the stack the process ends. The levels are counted on the safe side, by what may open one: a bracket that is not
 * closed yet, and each column of indentation, `- ` or `? ` before a line's first word.
 */
export function checkYaml(text: string): void {
  checkLength(text, 'YAML');
  // Each anchor is looked for at each alias.
  if (text.split(/[&*!%]/).length > mostMarks)
    throw shapeError('the YAML has more anchors, aliases or tags than any list');
  let open = 0;
  for (const line of text.split('\n')) {
    const indent = /^[\s?:-]*/.exec(line)?.[0].length ?? 0;
    for (const mark of line)
      if (mark === '[' || mark === '{') open += 1;
      else if ((mark === ']' || mark === '}') && open > 0) open -= 1;
      else continue;
    checkDepth(indent + open, 4 * deepest);
  }
}
