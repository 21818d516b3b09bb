import { describe, expect, it, vi } from 'vitest';
import { columnsOf } from '../../src/page/offers/columns.js';
import { keyed } from '../../src/page/offers/keyed.js';
import { compared, nextSort, sortingOf } from '../../src/page/offers/sorting.js';

describe('the order of offers', () => {
  it('goes from none to the smallest first, to the largest first, to none', () => {
    expect([nextSort('', 'input'), nextSort('input', 'input'), nextSort('-input', 'input')]).toEqual([
      'input',
      '-input',
      '',
    ]);
    expect(nextSort('-input', 'output')).toBe('output');
  });

  it('is read from the address', () => {
    expect([sortingOf(''), sortingOf('-input')]).toEqual([[], [{ id: 'input', desc: true }]]);
  });

  it('has numbers by size and texts as people sort them', () => {
    expect(['m10', 'm9', 'M1'].sort(compared)).toEqual(['M1', 'm9', 'm10']);
    expect([10, 9, 0.5].sort(compared)).toEqual([0.5, 9, 10]);
  });
});

describe('keys in the grid', () => {
  const pressed = (key: string, at = 5, more: Partial<Parameters<ReturnType<typeof keyed>>[0]> = {}) => {
    const [move, pick, open, preventDefault] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
    const grid = {};
    const plain = {
      key,
      ctrlKey: false,
      altKey: false,
      metaKey: false,
      target: grid,
      currentTarget: grid,
      preventDefault,
    };
    keyed({ at, count: 100, inSight: 20, move, pick, open })({ ...plain, ...more });
    return { to: move.mock.calls[0]?.[0] as unknown, picks: pick.mock.calls.length, opens: open.mock.calls.length };
  };

  it.each([
    ['ArrowDown', 5, 6],
    ['ArrowUp', 5, 4],
    ['ArrowUp', 0, 0],
    ['PageDown', 90, 99],
    ['PageUp', 5, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
  ])('%s from %i', (key, at, to) => expect(pressed(key, at).to).toBe(to));

  it('picks with blank and opens with enter', () => {
    expect(pressed(' ')).toEqual({ to: undefined, picks: 1, opens: 0 });
    expect(pressed('Enter')).toEqual({ to: undefined, picks: 0, opens: 1 });
  });

  it('leaves other keys, keys of a control within, and shortcuts alone', () => {
    const nothing = { to: undefined, picks: 0, opens: 0 };
    expect(pressed('a')).toEqual(nothing);
    expect(pressed('Enter', 5, { target: {} })).toEqual(nothing);
    expect(pressed('End', 5, { ctrlKey: true })).toEqual(nothing);
  });
});

describe('columns', () => {
  const ids = (chosen: string, isNarrow = false) => columnsOf(chosen, isNarrow).map(({ id }) => id);

  it('are those of the address in their own order, or the usual ones', () => {
    expect(ids('output,offer,nothing')).toEqual(['offer', 'output']);
    expect(ids('', true)).toEqual(['offer', 'input', 'output']);
    expect(ids('nothing')).toEqual(ids(''));
    expect(ids('')).toContain('context');
  });
});
