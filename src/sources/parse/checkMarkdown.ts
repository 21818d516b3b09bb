import { checkDepth, checkLength, inWords, mostLines } from './limits.js';
import { shapeError } from './shapeError.js';

/**
 * What markdown may cost: its parser looks back over the marks of a paragraph for each of them, so that a paragraph costs
 * the square of its marks. A page of prices costs some hundred thousand.
 */
const mostWork = 100_000_000;

/** Characters that may open or close something within a line. */
const marks = new Set('[]!*_`<>&~|\\');

/** Throws a shape error for markdown that is too long, nested too deep, or has too many marks in a paragraph. */
export function checkMarkdown(text: string): void {
  checkLength(text, 'markdown');
  let lines = 0;
  let work = 0;
  let count = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      count = 0;
      continue;
    }
    lines += 1;
    checkDepth(containers(line));
    let inLine = 0;
    for (const mark of line) if (marks.has(mark)) inLine += 1;
    // The square of the paragraph's marks, line by line: (a + b)² - a².
    work += inLine * (2 * count + inLine);
    count += inLine;
    if (lines > mostLines) throw shapeError(`the markdown has more than ${inWords(mostLines)} lines`);
    if (work > mostWork) throw shapeError('the markdown has more marks in a paragraph than any page of prices');
  }
}

/** How many quotes and lists a line may stand in: its marks of such, and a level for each two columns of indentation. */
function containers(line: string): number {
  const [before = ''] = /^(?:[\s>*+-]|\d{1,9}[.)])*/.exec(line) ?? [];
  const columns = /^\s*/.exec(line)?.[0].length ?? 0;
  return (before.match(/[>*+.)-](?=\s|>)/g)?.length ?? 0) + Math.floor(columns / 4);
}
