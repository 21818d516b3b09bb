import fc from 'fast-check';
import { compareTwoStrings } from 'string-similarity';
import { describe, expect, it } from 'vitest';
import { spelledAlike } from '../../src/match/spelledAlike.js';
import type { ModelName } from '../../src/match/name.js';
import { priced } from '../../src/match/priced.js';
import { sellersOf } from '../../src/match/sellers.js';
import { row } from './rows.js';

const least = 0.9;
const text = ({ text: written }: ModelName): string => written.toLowerCase();
const nothing = (): string => '';
/** The texts that are left of some for one that is asked for. */
const left = (texts: readonly string[], asked: string, says: (name: ModelName) => string = nothing): string[] => {
  const prices = priced(
    texts.map((model) => row('ACME', model)),
    sellersOf({ sellers: {} }),
  );
  const spelled = { letters: text, spellings: [text], says, least };
  const name = { ...prices[0]!.name, text: asked };
  return spelledAlike(spelled)(prices)(name).map((price) => price.row.model);
};

describe('rows by spelling', () => {
  it('are those that may be alike, and few others', () => {
    const texts = ['wizardlmturbo', 'wizardlmturba', 'claudeopus', 'geminiflash', 'qwenmaxthinking'];
    expect(left(texts, 'wizardlmturbo')).toEqual(['wizardlmturbo', 'wizardlmturba']);
    expect(left(texts, 'llamascout')).toEqual([]);
  });

  it('with other letters are left only where they say the same', () => {
    const says = ({ text: written }: ModelName) => (written.includes('turbo') ? 'turbo' : '');
    expect(left(['wizardlmturbo', 'wizardlmturba'], 'wizardlmturba', says)).toEqual(['wizardlmturba']);
  });

  it('never lack one that is alike', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '7', 'ß', '医'), minLength: 1, maxLength: 14 });
    const near = word.chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.nat(one.length - 1).chain((at) => fc.constantFrom(one, `${one}a`, one.slice(0, at) + one.slice(at + 1))),
      ),
    );
    const pair = fc.oneof(near, fc.tuple(word, word)).map(([one, other]) => [one.repeat(2), other.repeat(2)] as const);
    fc.assert(
      fc.property(pair, ([one, other]) => {
        if (compareTwoStrings(one, other) >= least) expect(left([one], other)).toEqual([one]);
      }),
      { numRuns: 2000 },
    );
  });
});
