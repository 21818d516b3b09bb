import { describe, expect, it } from 'vitest';
import { SplicedBytes } from '../../../src/book/splice/splicedBytes.js';

const long = 'x'.repeat(1000);

/** What becomes of a text where some of its places are replaced. */
function spliced(out: SplicedBytes, text: string, changes: readonly (readonly [number, number, string])[]): string {
  const bytes = Buffer.from(text);
  out.begin(bytes);
  for (const [from, to, by] of changes) out.replace(from, to, Buffer.from(by));
  return out.upTo(bytes.length).toString();
}

describe('spliced bytes', () => {
  it.each([
    ['in between', [[1, 2, 'XY']], 'aXYcd'],
    ['nothing away', [[2, 2, '-']], 'ab-cd'],
    ['something away', [[0, 2, '']], 'cd'],
    [
      'one behind the other',
      [
        [0, 1, 'A'],
        [1, 1, '+'],
        [3, 4, 'D'],
      ],
      'A+bcD',
    ],
    ['by what is longer than all', [[4, 4, long]], `abcd${long}`],
  ] as const)('have %s replaced', (_, changes, becomes) =>
    expect(spliced(new SplicedBytes(), 'abcd', changes)).toBe(becomes),
  );

  it('are the very same memory where nothing is replaced', () => {
    const bytes = Buffer.from('abcd');
    const out = new SplicedBytes();
    out.begin(bytes);
    expect(out.upTo(4).buffer).toBe(bytes.buffer);
  });

  it('begin anew with other bytes, in the same memory', () => {
    const out = new SplicedBytes();
    expect(spliced(out, `ab${long}`, [[0, 1, 'A']])).toBe(`Ab${long}`);
    const first = out.upTo(0);
    expect(spliced(out, 'cd', [[1, 2, 'D']])).toBe('cD');
    expect(out.upTo(0).buffer).toBe(first.buffer);
    expect(spliced(out, 'ef', [])).toBe('ef');
  });
});
