import { lastValueFrom, map, merge, of, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { ownTurn } from '../../src/read/ownTurn.js';
import { marbles } from '../marbles.js';

const turns = (many: number): Promise<unknown> =>
  many === 0 ? Promise.resolve() : new Promise(setImmediate).then(() => turns(many - 1));

describe('ownTurn', () => {
  it('passes values, ends and errors on at their instant, and leaves what nobody takes any more', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const [values, failing, left] = [cold('--a-(bc|)'), cold('-a-#'), cold('-a---b')];
      expectObservable(values.pipe(ownTurn())).toBe('--a-(bc|)');
      expectObservable(failing.pipe(ownTurn())).toBe('-a-#');
      expectObservable(left.pipe(ownTurn()), '^--!').toBe('-a');
      expectSubscriptions(values.subscriptions).toBe('^---!');
      expectSubscriptions(left.subscriptions).toBe('^--!');
    }));

  it('lets the event loop turn before each value, whatever streams they are of', async () => {
    let turn = 0;
    const next = () => {
      turn += 1;
      if (turn < 100) setImmediate(next);
    };
    next();
    const streams = ['a', 'b', 'c'].map((one) => of(one, one.toUpperCase()).pipe(ownTurn()));
    const seen = await lastValueFrom(
      merge(...streams).pipe(
        map((value) => [value, turn] as const),
        toArray(),
      ),
    );
    expect(seen.map(([value]) => value)).toEqual(['a', 'A', 'b', 'B', 'c', 'C']);
    expect(new Set(seen.map(([, at]) => at)).size).toBe(6);
  });

  it('lets what takes a few turns be done between two values', async () => {
    const seen: string[] = [];
    const answer = turns(5).then(() => seen.push('answer'));
    await lastValueFrom(merge(...['a', 'b'].map((one) => of(one).pipe(ownTurn()))).pipe(map((one) => seen.push(one))));
    await answer;
    expect(seen).toEqual(['answer', 'a', 'b']);
  });

  it('serves those who wait behind one that left', async () => {
    const seen: string[] = [];
    const left = of('left')
      .pipe(ownTurn())
      .subscribe((value) => seen.push(value));
    of('stayed')
      .pipe(ownTurn())
      .subscribe((value) => seen.push(value));
    left.unsubscribe();
    await turns(30);
    expect(seen).toEqual(['stayed']);
  });
});
