import { describe, it } from 'vitest';
import { z } from 'zod';
import { type Reading, normalizeRows } from '../../src/operators/normalizeRows.js';
import type { Judged } from '../../src/operators/validateRows.js';
import { aModel } from '../builders.js';
import { marbles } from '../marbles.js';

const good = (value: string): Judged<string> => ({ ok: true, value, row: { id: value } });
const bad: Judged<string> = { ok: false, row: { id: 7 }, path: 'id', reason: 'id: not a string' };

const toModel = (id: string) => {
  if (id === 'shop') return undefined;
  if (id === 'torn') throw new Error('no price in "torn"');
  if (id === 'thrown') throw 'a word' as unknown as Error;
  if (id === 'dear') z.object({ cost: z.object({ input: z.number() }) }).parse({ cost: { input: '1' } });
  return aModel(id);
};

const letter = (stage: 'validate' | 'normalize', row: unknown, reason: string, path = ''): Reading => ({
  type: 'rejected',
  letter: { provider: 'acme', stage, reason, path, row },
});

describe('normalizeRows', () => {
  it('makes exactly one reading of each row: a model, a skipped or a rejected one', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const judged = cold('a---b---X---a---|', { a: good('m'), b: good('shop'), X: bad });
      expectObservable(judged.pipe(normalizeRows('acme', toModel))).toBe('M---s---r---s---|', {
        M: { type: 'model', model: aModel('m') },
        s: { type: 'skipped' },
        r: letter('validate', { id: 7 }, 'id: not a string', 'id'),
      });
      expectSubscriptions(judged.subscriptions).toBe('^---------------!');
    }));

  it.each([
    ['torn', 'no price in "torn"', ''],
    ['thrown', 'a word', ''],
    ['dear', 'Invalid input: expected number, received string', 'cost.input'],
  ])('rejects a row that can not be read (%s) and goes on', (id, reason, path) =>
    marbles(({ cold, expectObservable }) => {
      const judged = cold('ab|', { a: good(id), b: good('m') });
      expectObservable(judged.pipe(normalizeRows('acme', toModel))).toBe('rM|', {
        r: letter('normalize', { id }, reason, path),
        M: { type: 'model', model: aModel('m') },
      });
    }),
  );

  it('tells ids apart by case', () =>
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold('ab|', { a: good('m'), b: good('M') }).pipe(normalizeRows('acme', toModel))).toBe('ab|', {
        a: { type: 'model', model: aModel('m') },
        b: { type: 'model', model: aModel('M') },
      });
    }));

  it('remembers the ids of one subscription only', () =>
    marbles(({ cold, expectObservable }) => {
      const readings = cold('a|', { a: good('m') }).pipe(normalizeRows('acme', toModel));
      const model = { type: 'model', model: aModel('m') };
      expectObservable(readings).toBe('M|', { M: model });
      expectObservable(readings, '---^').toBe('---M|', { M: model });
    }));

  it('passes an error and unsubscription on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const judged = cold<Judged<string>>('----#');
      expectObservable(judged.pipe(normalizeRows('acme', toModel))).toBe('----#');
      expectObservable(judged.pipe(normalizeRows('acme', toModel)), '^-!').toBe('-');
      expectSubscriptions(judged.subscriptions).toBe(['^---!', '^-!']);
    }));
});
