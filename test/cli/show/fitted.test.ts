import { describe, expect, it } from 'vitest';
import { fitted } from '../../../src/cli/show/fitted.js';

const column = (width: number, least = 10, givesWay?: number) => ({ width, least, givesWay });
const widths = (all: readonly ReturnType<typeof column>[], columns?: number) =>
  fitted(all, columns).map(({ at, width }) => [at, width]);

describe('fitted', () => {
  it('leaves widths alone where nobody knows the width, or there is room', () => {
    const both = [column(20), column(30)];
    expect(widths(both)).toEqual([[0, 20], [1, 30]]); // prettier-ignore
    expect(widths(both, 0)).toEqual([[0, 20], [1, 30]]); // prettier-ignore
    expect(widths(both, 53)).toEqual([[0, 20], [1, 30]]); // prettier-ignore
  });

  it('takes from the widest first', () => expect(widths([column(20), column(30)], 45)).toEqual([[0, 20], [1, 22]])); // prettier-ignore

  it('takes nothing below what can be read while another has more', () =>
    expect(widths([column(30, 28), column(20, 5)], 40)).toEqual([[0, 28], [1, 9]])); // prettier-ignore

  it('leaves out who gives way first, and gives its room to the others', () =>
    expect(widths([column(20, 15), column(20, 15, 2), column(20, 15, 1)], 45)).toEqual([[0, 20], [1, 20]])); // prettier-ignore

  it('goes below what can be read where nobody gives way', () =>
    expect(widths([column(20, 15), column(20, 15)], 23)).toEqual([[0, 10], [1, 10]])); // prettier-ignore
});
