import { describe, expect, it } from 'vitest';
import { bookOf } from '../../src/page/book.js';
import { changesSince, monthBefore } from '../../src/page/changes/changesSince.js';
import { disputes, pagesByAge, reasonsOf } from '../../src/page/open/questions.js';
import type { Change } from '../../src/model/change.js';
import { aModel, anOrigin, aPricing, day1, priced, unpriced } from '../builders.js';
import { aFile, aReport } from '../report/builders.js';

describe('open questions', () => {
  const differing = aModel('b', {
    ...priced(aModel('b')),
    pricing: aPricing({ differ: [{ witness: 'litellm', cost: { input: 0.01 } }] }),
  });
  const book = bookOf(
    aReport([aFile('acme', [unpriced(aModel('a'), 'why a'), unpriced(aModel('c'), 'why c'), differing])]),
  );

  it('are reasons for no price, with the offers that give them', () => {
    const [reason, ...more] = reasonsOf(book.offers);
    expect(more).toEqual([]);
    expect([reason?.code, reason?.example, reason?.offers.map(({ key }) => key)]).toEqual([
      'not-priced',
      'why a',
      ['acme/a', 'acme/c'],
    ]);
  });

  it('are prices in which witnesses differ', () => {
    expect(disputes(book).map(({ model, worst }) => [model.id, worst?.factor])).toEqual([['b', 10]]);
  });

  it('are the ages of pages, the oldest first', () => {
    const sources = {
      api: anOrigin(),
      docs: anOrigin({ url: 'https://acme.example/docs', fetchedAt: '2025-12-30T12:00:00Z' }),
    };
    expect(pagesByAge(bookOf(aReport([aFile('acme', [], { sources })]))).map(({ url, days }) => [url, days])).toEqual([
      ['https://acme.example/docs', 2],
      ['https://acme.example/api', 1],
    ]);
  });
});

describe('what changed', () => {
  const change = (run: string | undefined, provider: string, id: string | null): Change => ({
    ...(run !== undefined && { run }),
    ...{ kind: 'offer-new', provider, id, before: null, after: null, evidence: { before: null, after: null } },
  });
  const changes = [
    change('2025-11-30T10:00:00.000Z', 'acme', 'a'),
    change(day1, 'acme', 'Llama'),
    change(undefined, 'other', null),
  ];

  it('since a day, of offers by words of their names', () => {
    expect(changesSince(changes, '2025-12-01', '')).toEqual(changes.slice(1));
    expect(changesSince(changes, '2025-11-30', '')).toEqual(changes);
    expect(changesSince(changes, '', 'llama acme')).toEqual(changes.slice(1, 2));
  });

  it('is a month where nobody says', () => expect(monthBefore(day1)).toBe('2025-12-01'));
});
