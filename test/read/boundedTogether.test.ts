import { describe, it } from 'vitest';
import { boundedTogether } from '../../src/read/boundedTogether.js';
import { shapeError } from '../../src/sources/parse/shapeError.js';
import { aPage } from '../builders.js';
import { marbles } from '../marbles.js';

describe('boundedTogether', () => {
  it('errors at the page with which all are too much, and leaves the others as they are', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const large = aPage('x'.repeat(2 ** 25));
      const a = cold('--(p|)', { p: large });
      const b = cold('-----(p|)', { p: { ...large, body: `${large.body}x` } });
      const fetch = boundedTogether(({ url }) => (url === 'a' ? a : b));
      expectObservable(fetch({ url: 'a' })).toBe('--(p|)', { p: large });
      expectObservable(fetch({ url: 'b' })).toBe(
        '-----#',
        undefined,
        shapeError('the pages have more than 67,108,864 characters together'),
      );
      expectSubscriptions(a.subscriptions).toBe('^-!');
      expectSubscriptions(b.subscriptions).toBe('^----!');
    }));
});
