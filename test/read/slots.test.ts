import {
  asyncScheduler,
  concat,
  defer,
  EMPTY,
  ignoreElements,
  lastValueFrom,
  merge,
  type Observable,
  of,
  toArray,
} from 'rxjs';
import { requestKey } from '../../src/read/requestKey.js';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/model/page.js';
import { openSlots, type Slots } from '../../src/read/slots.js';
import { aNetwork, aPage } from '../builders.js';
import { marbles } from '../marbles.js';

const who = (source: string) => ({ kind: 'provider', source }) as const;
const page = aPage('p');

/** A source that asks for those pages at once, and then does the work. */
const reading = (
  slots: Slots,
  id: string,
  pages: Readonly<Record<string, Observable<Page>>>,
  work: Observable<string>,
): Observable<string> => {
  const network = slots.network(who(id), aNetwork(pages));
  const asked = merge(...Object.keys(pages).map((url) => network.fetch({ url }, id))).pipe(ignoreElements());
  return concat(asked, work).pipe(slots.hold(who(id))());
};

describe('slots', () => {
  it('go to the next source once all requests of one are answered, before anything is made of the answers', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const slots = openSlots(1);
      const [a1, a2, b1] = [cold('-(p|)', { p: page }), cold('--(p|)', { p: page }), cold('  ---(p|)', { p: page })];
      expectObservable(reading(slots, 'a', { a1, a2 }, cold('---(a|)'))).toBe('-----(a|)');
      expectObservable(reading(slots, 'b', { b1 }, cold('-(b|)'))).toBe('------(b|)');
      expectSubscriptions(a1.subscriptions).toBe('^!');
      expectSubscriptions(a2.subscriptions).toBe('^-!');
      expectSubscriptions(b1.subscriptions).toBe('--^--!');
    }));

  it('go to no new source while more are read and not done', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const slots = openSlots(1);
      const [a1, b1, c1] = [cold('-(p|)', { p: page }), cold('-(p|)', { p: page }), cold('-(p|)', { p: page })];
      expectObservable(reading(slots, 'a', { a1 }, cold('-----(a|)'))).toBe('------(a|)');
      expectObservable(reading(slots, 'b', { b1 }, cold('-----(b|)'))).toBe('-------(b|)');
      expectObservable(reading(slots, 'c', { c1 }, EMPTY)).toBe('-------|');
      expectSubscriptions(a1.subscriptions).toBe('^!');
      expectSubscriptions(b1.subscriptions).toBe('-^!');
      expectSubscriptions(c1.subscriptions).toBe('------^!');
    }));

  it('go past a source that begins at a host which is being asked, where another does not', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const slots = openSlots(2);
      const [a1, b1] = [cold('------(p|)', { p: page }), cold('-(p|)', { p: page })];
      const [c1, d1] = [cold('--(p|)', { p: page }), cold('-(p|)', { p: page })];
      const asking = (id: string, host: string, answer: typeof a1) => {
        const url = `https://${host}/${id}`;
        const network = slots.network(who(id), aNetwork({ [url]: answer }));
        return defer(() => network.fetch({ url }, id)).pipe(ignoreElements(), slots.hold(who(id), [host])());
      };
      expectObservable(asking('a', 'x.example', a1)).toBe('------|');
      expectObservable(asking('b', 'x.example', b1)).toBe('---|');
      expectObservable(asking('c', 'y.example', c1)).toBe('--|');
      expectObservable(asking('d', 'x.example', d1)).toBe('----|');
      expectSubscriptions(a1.subscriptions).toBe('^-----!');
      expectSubscriptions(c1.subscriptions).toBe('^-!');
      // Nobody else is left: to begin is no worse than to wait.
      expectSubscriptions(b1.subscriptions).toBe('--^!');
      expectSubscriptions(d1.subscriptions).toBe('---^!');
    }));

  it('go past one whose host another means to ask, who has begun and not asked yet', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const slots = openSlots(2);
      const [a1, b1, c1] = [cold('---(p|)', { p: page }), cold('-(p|)', { p: page }), cold('-(p|)', { p: page })];
      const asking = (id: string, host: string, answer: typeof a1, wait: string) => {
        const url = `https://${host}/${id}`;
        const network = slots.network(who(id), aNetwork({ [url]: answer }));
        const asked = defer(() => network.fetch({ url }, id)).pipe(ignoreElements());
        return concat(cold(wait), asked).pipe(slots.hold(who(id), [host])());
      };
      expectObservable(asking('a', 'x.example', a1, '--|')).toBe('-----|');
      expectObservable(asking('b', 'x.example', b1, '|')).toBe('--|');
      expectObservable(asking('c', 'y.example', c1, '|')).toBe('-|');
      expectSubscriptions(a1.subscriptions).toBe('--^--!');
      expectSubscriptions(b1.subscriptions).toBe('-^!');
      expectSubscriptions(c1.subscriptions).toBe('^!');
    }));

  it('go on past a source that waits for others, however long', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const slots = openSlots(1);
      const [a1, b1, c1] = [cold('-(p|)', { p: page }), cold('-(p|)', { p: page }), cold('-(p|)', { p: page })];
      const waits = cold('---------(w|)');
      const aside = (id: string) => waits.pipe(slots.aside(who(id))());
      expectObservable(reading(slots, 'a', { a1 }, aside('a'))).toBe('----------(w|)');
      expectObservable(reading(slots, 'b', { b1 }, aside('b'))).toBe('-----------(w|)');
      expectObservable(reading(slots, 'c', { c1 }, EMPTY)).toBe('---|');
      expectSubscriptions(c1.subscriptions).toBe('--^!');
    }));

  it('are not for who waits for a request of another alone', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const slots = openSlots(2);
      const shared = cold('------(p|)', { p: page });
      const c1 = cold('-(p|)', { p: page });
      expectObservable(reading(slots, 'a', { shared }, EMPTY)).toBe('------|');
      expectObservable(reading(slots, 'b', { shared }, EMPTY)).toBe('------|');
      expectObservable(reading(slots, 'c', { c1 }, EMPTY)).toBe('-|');
      expectSubscriptions(c1.subscriptions).toBe('^!');
    }));

  it('are had again, before all who have not begun, by a source that asks once more', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const slots = openSlots(1);
      const [a1, a2] = [cold('-(p|)', { p: page }), cold('-(p|)', { p: page })];
      const [b1, c1] = [cold('----(p|)', { p: page }), cold('-(p|)', { p: page })];
      const again = defer(() => slots.network(who('a'), aNetwork({ a2 })).fetch({ url: 'a2' }, 'a')).pipe(
        ignoreElements(),
      );
      expectObservable(reading(slots, 'a', { a1 }, concat(cold('--|'), again))).toBe('------|');
      expectObservable(reading(slots, 'b', { b1 }, EMPTY)).toBe('-----|');
      expectObservable(reading(slots, 'c', { c1 }, EMPTY)).toBe('-------|');
      expectSubscriptions(b1.subscriptions).toBe('-^---!');
      expectSubscriptions(a2.subscriptions).toBe('-----^!');
      expectSubscriptions(c1.subscriptions).toBe('------^!');
    }));

  it('are not for who leaves while it waits, and are free again where one leaves that has one', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const slots = openSlots(1);
      const [a1, b1, c1] = [cold('---------p'), cold('-(p|)'), cold('-(p|)', { p: page })];
      expectObservable(reading(slots, 'a', { a1 } as never, EMPTY), '^---!').toBe('-');
      expectObservable(reading(slots, 'b', { b1 } as never, EMPTY), '^-!').toBe('-');
      expectObservable(reading(slots, 'c', { c1 }, EMPTY)).toBe('-----|');
      expectSubscriptions(a1.subscriptions).toBe('^---!');
      expectSubscriptions(b1.subscriptions).toBe([]);
      expectSubscriptions(c1.subscriptions).toBe('----^!');
    }));

  it('are held by a source without requests to its end, and tell how long each had one', () =>
    marbles(({ cold, expectObservable, expectSubscriptions, flush }) => {
      const slots = openSlots(1);
      const a = cold('----(a|)');
      const b1 = cold('--(p|)', { p: page });
      expectObservable(a.pipe(slots.hold(who('a'))())).toBe('----(a|)');
      expectObservable(reading(slots, 'b', { b1 }, cold('---(b|)'))).toBe('---------(b|)');
      expectSubscriptions(a.subscriptions).toBe('^---!');
      expectSubscriptions(b1.subscriptions).toBe('----^-!');
      flush();
      expect(['a', 'b', 'c'].map((id) => slots.heldMs(who(id)))).toEqual([4, 2, 0]);
    }));

  it('tell what each source does, and whose a request is that is under way', () => {
    const told: string[] = [];
    marbles(({ cold, expectObservable }) => {
      const slots = openSlots(1);
      const whose = (url: string) => slots.whose(requestKey({ url }))?.source ?? 'nobody';
      slots.activity.subscribe((one) =>
        told.push(
          `${asyncScheduler.now()} ${one.source} ${one.type}${'for' in one ? ` for ${one.for}` : ''}, b1 of ${whose('b1')}`,
        ),
      );
      const [a1, a2, b1] = [cold('-(p|)', { p: page }), cold('-(p|)', { p: page }), cold('---(p|)', { p: page })];
      const again = defer(() => slots.network(who('a'), aNetwork({ a2 })).fetch({ url: 'a2' }, 'a'));
      expectObservable(reading(slots, 'a', { a1 }, concat(cold('--|'), again.pipe(ignoreElements())))).toBe('-----|');
      const lists = cold('-(w|)').pipe(slots.aside(who('b'))());
      expectObservable(reading(slots, 'b', { b1 }, lists)).toBe('-----(w|)');
    });
    expect(told).toEqual([
      '0 a asked, b1 of nobody',
      '1 a answered, b1 of nobody',
      '1 b asked, b1 of b',
      '3 a waiting for turn, b1 of b',
      '4 b answered, b1 of nobody',
      '4 b waiting for lists, b1 of nobody',
      '4 a asked, b1 of nobody',
      '5 a answered, b1 of nobody',
    ]);
  });

  it('tell when what happened to each source, since the run began', () =>
    marbles(({ cold, expectObservable, flush }) => {
      const slots = openSlots(1, -10);
      const [a1, b1] = [cold('---(p|)', { p: page }), cold('--(p|)', { p: page })];
      const work = cold('-----(a|)').pipe(slots.working(who('a'))());
      expectObservable(reading(slots, 'a', { a1 }, work)).toBe('--------(a|)');
      expectObservable(reading(slots, 'b', { b1 }, EMPTY)).toBe('-----|');
      asyncScheduler.schedule(() => slots.pause(who('b'), 5), 4);
      flush();
      expect(slots.times(who('a'))).toEqual({ fetching: [[10, 13]], retrying: [], parsing: [], endedMs: 18 });
      expect(slots.times(who('b'))).toEqual({ fetching: [[13, 15]], retrying: [[14, 15]], parsing: [], endedMs: 18 });
    }));

  it('lose nothing over sources that end at once', async () => {
    const slots = openSlots(1);
    const many = Array.from({ length: 5_000 }, (_, index) => of(index).pipe(slots.hold(who(`${index}`))()));
    expect(await lastValueFrom(merge(...many).pipe(toArray()))).toHaveLength(5_000);
  });
});
