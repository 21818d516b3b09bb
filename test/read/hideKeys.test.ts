import { describe, expect, it } from 'vitest';
import { hideKeys } from '../../src/read/hideKeys.js';
import { UnreadError } from '../../src/read/unreadError.js';
import { createRedactor } from '../../src/read/redactor.js';
import { aFault } from '../builders.js';
import { marbles } from '../marbles.js';

const key = 'sk-abcdefghijkl';
const redactor = createRedactor();
redactor.add([{ name: 'KEY', value: key }]);

describe('hideKeys', () => {
  it('hides keys in what was read', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const read = cold('--(S|)', { S: { items: [{ id: key }], rows: 1 } });
      expectObservable(read.pipe(hideKeys(redactor))).toBe('--(T|)', { T: { items: [{ id: '{KEY}' }], rows: 1 } });
      expectSubscriptions(read.subscriptions).toBe('^-!');
    }));

  it('hides keys in what it failed with, which stays what it was', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const error = new UnreadError([{ ...aFault(), error: `no such key: ${key}` }]);
      const read = cold<unknown>('--#', undefined, error);
      expectObservable(read.pipe(hideKeys(redactor))).toBe('--#', undefined, error);
      expectSubscriptions(read.subscriptions).toBe(['^-!', '^-!']);
      read.pipe(hideKeys(redactor)).subscribe({
        error: (unknown: unknown) => {
          expect(unknown).toBeInstanceOf(UnreadError);
          const shown = unknown as UnreadError;
          expect([shown.message, shown.faults[0]?.error]).toEqual(['no such key: {KEY}', 'no such key: {KEY}']);
        },
      });
    }));

  it('passes all on where no keys are sent', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const read = cold('-S|', { S: { id: key } });
      expectObservable(read.pipe(hideKeys({}))).toBe('-S|', { S: { id: key } });
      expectSubscriptions(read.subscriptions).toBe('^-!');
    }));
});
