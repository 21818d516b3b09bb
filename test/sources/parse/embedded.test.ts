import { describe, expect, it } from 'vitest';
import { embedded, flightText, reviveFlight } from '../../../src/sources/parse/embedded.js';

const page = (...chunks: string[]) =>
  `<script>(self.__next_f=self.__next_f||[]).push([0])</script>${chunks
    .map((chunk) => `<script>self.__next_f.push([1,${JSON.stringify(chunk)}])</script>`)
    .join('\n')}`;

describe('embedded', () => {
  it('finds every value behind the key, brackets in strings or not', () => {
    const text = 'a = { "models": [{"x": "]}\\"["}], other: 1 } "models" : {"y": 2} "models": "$1c" "model": [3]';
    expect(embedded(text, 'models')).toEqual([[{ x: ']}"[' }], { y: 2 }]);
  });

  it('leaves out what is cut off or no JSON, and goes on behind it', () => {
    expect(embedded('"a": [unquoted] "a": [1] "a": [[2]', 'a')).toEqual([[1]]);
  });
});

describe('flightText', () => {
  it('joins chunks, wherever they are cut', () => {
    expect(flightText(page('1a:{"models":[{"na', 'me":"x\\"y"}]}\n'))).toBe('1a:{"models":[{"name":"x\\"y"}]}\n');
  });

  it('is empty for another page', () => {
    expect(flightText('<html>"models":[1]</html>')).toBe('');
  });
});

it('reviveFlight reads whole numbers, dollar signs and references', () => {
  const read = embedded(
    '"v": ["$n12", "$n-1", "$$5", "$undefined", "$1c:props", "$D2026-07-01T00:00:00Z", "a$b", 3]',
    'v',
    reviveFlight,
  );
  expect(read).toEqual([['12', '-1', '$5', null, null, '2026-07-01T00:00:00Z', 'a$b', 3]]);
});
