import { describe, it } from 'vitest';
import { z } from 'zod';
import { validateRows } from '../../src/operators/validateRows.js';
import { marbles } from '../marbles.js';

const schema = z.looseObject({
  id: z.string(),
  limit: z.looseObject({ context: z.coerce.number().positive() }).optional(),
});

describe('validateRows', () => {
  it('judges each row and keeps what it was', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const good = { id: 'a', limit: { context: '128' }, more: [1] };
      const bad = { name: 'b' };
      const rows = cold('a---b---|', { a: good, b: bad });
      expectObservable(rows.pipe(validateRows(schema))).toBe('A---X---|', {
        A: { ok: true, value: { id: 'a', limit: { context: 128 }, more: [1] }, row: good },
        X: {
          ok: false,
          row: bad,
          path: 'id',
          reason: 'id: Invalid input: expected string, received undefined',
        },
      });
      expectSubscriptions(rows.subscriptions).toBe('^-------!');
    }));

  it('gives the path of the first fault and the reasons of all', () =>
    marbles(({ cold, expectObservable }) => {
      const row = { id: 7, limit: { context: -1 } };
      expectObservable(cold('r|', { r: row }).pipe(validateRows(schema))).toBe('X|', {
        X: {
          ok: false,
          row,
          path: 'id',
          reason:
            'id: Invalid input: expected string, received number; limit.context: Too small: expected number to be >0',
        },
      });
    }));

  it.each([null, 'text', 7, [[]]])('survives a row that is no object: %j', (row) =>
    marbles(({ cold, expectObservable }) => {
      const got = row === null ? 'null' : Array.isArray(row) ? 'array' : typeof row;
      expectObservable(cold('r|', { r: row }).pipe(validateRows(schema))).toBe('X|', {
        X: { ok: false, row, path: '', reason: `Invalid input: expected object, received ${got}` },
      });
    }),
  );

  it('passes an error and unsubscription on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const rows = cold('----#');
      expectObservable(rows.pipe(validateRows(schema))).toBe('----#');
      expectObservable(rows.pipe(validateRows(schema)), '^-!').toBe('-');
      expectSubscriptions(rows.subscriptions).toBe(['^---!', '^-!']);
    }));
});
