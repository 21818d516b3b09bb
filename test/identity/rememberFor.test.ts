import { describe, expect, it, vi } from 'vitest';
import { rememberFor } from '../../src/identity/rememberFor.js';

describe('rememberFor', () => {
  it('works an object out once, and one that is equal to it anew', () => {
    const work = vi.fn(({ id }: { readonly id: string }) => id.length);
    const length = rememberFor(work);
    const [one, equal] = [{ id: 'abc' }, { id: 'abc' }];
    expect([length(one), length(one), length(equal)]).toEqual([3, 3, 3]);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('knows that nothing came of one, too', () => {
    const work = vi.fn((): undefined => undefined);
    const nothing = rememberFor(work);
    const one = {};
    expect([nothing(one), nothing(one)]).toEqual([undefined, undefined]);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
