import type { Answered, LineFilter } from './lineFilter.js';
import type { Tally } from './tally.js';

/** What is written in place of a line, or why it can't be answered, to follow on "line 7 of stdin". */
export type LineAnswer = { readonly text: string } | { readonly text?: undefined; readonly why: string };

/** Answers blocks of lines line by line; blank ones are left out. */
export const textLines =
  (answer: (line: string) => LineAnswer | Promise<LineAnswer>): LineFilter['answer'] =>
  async (block, before, tally): Promise<Answered> => {
    const texts: string[] = [];
    const lines = block.toString('utf8').split('\n');
    // Behind the end of the last line.
    lines.pop();
    for (const [i, line] of lines.entries()) {
      if (line.trim() === '') continue;
      const given = answer(line);
      const result = given instanceof Promise ? await given : given;
      const failure = takeInto(texts, line, result, before + i + 1, tally);
      if (failure) return { data: texts.join(''), failure };
    }
    return { data: texts.join('') };
  };

/** Adds what is written of a line; gives the failure that it is, where it ends the filter. */
function takeInto(texts: string[], line: string, result: LineAnswer, number: number, tally: Tally) {
  if (result.text !== undefined) {
    tally.answered += 1;
    texts.push(`${result.text}\n`);
    return undefined;
  }
  const becomes = tally.refuse(number, result.why);
  if (becomes === 'pass') texts.push(`${line}\n`);
  return typeof becomes === 'string' ? undefined : becomes;
}
