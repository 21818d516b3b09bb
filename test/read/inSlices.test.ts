import { lastValueFrom, map, merge, mergeMap, type MonoTypeOperatorFunction, of, tap } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { inSlices, type Sliced } from '../../src/read/inSlices.js';
import { marbles } from '../marbles.js';

/** Keeps the processor busy for so many ms. */
function busy(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

/** Work of so many parts of 5 ms that tells of each. */
function* work(name: string, parts: number, told: string[]): Sliced<string> {
  for (let part = 1; part <= parts; part++) {
    busy(5);
    told.push(`${name}${part}`);
    yield;
  }
  return name.toUpperCase();
}

describe('inSlices', () => {
  it('gives what short work gives at its instant, and errors with what it throws', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('--a--b--|');
      const short = function* (value: string): Sliced<string> {
        yield;
        if (value === 'b') throw new Error('b can not be done');
        return value.toUpperCase();
      };
      expectObservable(source.pipe(mergeMap((value) => inSlices(() => short(value), 10)))).toBe(
        '--A--#',
        { A: 'A' },
        new Error('b can not be done'),
      );
      expectSubscriptions(source.subscriptions).toBe('^----!');
    }));

  it('lets all else go on between slices of long work, also other such work', async () => {
    const told: string[] = [];
    setImmediate(() => told.push('else'));
    const both = ['a', 'b'].map((name) => inSlices(() => work(name, 6, told), 10));
    await lastValueFrom(merge(...both).pipe(map((value) => told.push(value))));
    expect(told.filter((one) => one.startsWith('a'))).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6']);
    expect(told).toContain('else');
    expect(told.indexOf('else')).toBeLessThan(told.indexOf('a6'));
    expect(told.indexOf('b1')).toBeLessThan(told.indexOf('a6'));
    expect(told.filter((one) => one === 'A' || one === 'B').sort()).toEqual(['A', 'B']);
  });

  it('ends work that takes too long in all its slices together, and says how long it may take', async () => {
    const told: string[] = [];
    const endless = inSlices(() => work('a', Infinity, told), 16_000, undefined, 60);
    await expect(lastValueFrom(endless)).rejects.toThrow('to read the answer takes more than 0.06 s');
    expect(told.length).toBeGreaterThan(3);
  });

  it('ends a slice that does not end, and says how long all may take', async () => {
    const stuck = function* (): Sliced<never> {
      busy(20);
      yield;
      for (;;);
    };
    await expect(lastValueFrom(inSlices(stuck, 16_000, undefined, 60))).rejects.toThrow('more than 0.06 s');
  });

  it('does no more of what nobody waits for', async () => {
    const told: string[] = [];
    inSlices(() => work('a', 20, told), 10)
      .subscribe()
      .unsubscribe();
    const done = told.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(done).toBeLessThan(20);
    expect(told).toHaveLength(done);
  });

  it('applies what notes work to each slice but the first, which is noted with what came before it', async () => {
    let noted = 0;
    const working = <T>(): MonoTypeOperatorFunction<T> => tap(() => (noted += 1));
    await lastValueFrom(inSlices(() => work('a', 8, []), 10, working));
    expect(noted).toBeGreaterThan(0);
    noted = 0;
    const short = function* (): Sliced<string> {
      yield;
      return 'short';
    };
    await lastValueFrom(of('x').pipe(mergeMap(() => inSlices(short, 10, working))));
    expect(noted).toBe(0);
  });
});
