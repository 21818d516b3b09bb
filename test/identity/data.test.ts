import { describe, expect, it } from 'vitest';
import { derivedFamilies, plainFamilies } from '../../src/identity/data/families.js';
import { labsBySpelling } from '../../src/identity/data/labs.js';
import { otherNames } from '../../src/identity/data/names.js';
import { ownWithoutSize, releases } from '../../src/identity/data/releases.js';
import { tokenize } from '../../src/identity/tokenize.js';

describe('what is known of labs', () => {
  it('says where it is known from', () => {
    for (const { source } of [...otherNames, ...releases, ...ownWithoutSize]) expect(source).toMatch(/\w+ \w|\.\w+/);
  });

  it('is of labs in their one spelling', () => {
    const labs = new Set([...labsBySpelling.values()]);
    for (const { lab } of [...otherNames, ...releases, ...ownWithoutSize]) expect(labs).toContain(lab);
    for (const [spelling, lab] of labsBySpelling) expect(labsBySpelling.get(lab), spelling).toBe(lab);
  });

  it('has one lab a family', () => {
    for (const word of derivedFamilies.keys()) expect(plainFamilies.has(word), word).toBe(false);
  });

  it('names dates that can be read', () => {
    const dates = releases.flatMap((one) => [
      ...one.dates.split(' '),
      one.first ?? '*',
      ...(one.numbers ?? '').split(' ').map((pair) => pair.split('=')[1] ?? '*'),
    ]);
    for (const date of dates) if (date !== '*') expect(tokenize(date).date, date).not.toBeNull();
  });
});
