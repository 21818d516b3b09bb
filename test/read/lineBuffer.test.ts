import { expect, it } from 'vitest';
import { LineBuffer, LineTooLong, longestLine } from '../../src/read/lineBuffer.js';

/** What is given of pieces, and what it throws. */
function given(...pieces: string[]) {
  const lines = new LineBuffer();
  const blocks: [before: number, bytes: number][] = [];
  try {
    for (const piece of pieces)
      for (const { block, before } of lines.add(Buffer.from(piece))) blocks.push([before, block.length]);
    for (const { block, before } of lines.end()) blocks.push([before, block.length]);
  } catch (error) {
    if (error instanceof LineTooLong) return [blocks, error.message];
    throw error;
  }
  return [blocks, undefined];
}

const says = (line: number) => `line ${line} of stdin has more than 4,194,304 characters`;

it('counts the characters of a line, not its bytes', () => {
  const long = '模'.repeat(longestLine);
  expect(given(`a\n${long}\n`)).toEqual([[[0, 3 * longestLine + 3]], undefined]);
  expect(given(`a\n${long}x\nb\n`)).toEqual([[[0, 2]], says(2)]);
  expect(given('a\n', long, '\n')).toEqual([
    [
      [0, 2],
      [1, 3 * longestLine + 1],
    ],
    undefined,
  ]);
  expect(given('a\n', `${long}x`)).toEqual([[[0, 2]], says(2)]);
  expect(given('😀'.repeat(longestLine / 2 + 1))).toEqual([[], says(1)]);
});

it('refuses the line that is too long among many', () => {
  const many = 'x\n'.repeat(longestLine);
  expect(given(many)).toEqual([[[0, many.length]], undefined]);
  expect(given(`${many}${'x'.repeat(longestLine + 1)}\n`)).toEqual([[[0, many.length]], says(longestLine + 1)]);
});
