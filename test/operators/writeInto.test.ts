import {
  asapScheduler,
  concat,
  EMPTY,
  observeOn,
  from,
  lastValueFrom,
  type Observable,
  of,
  Subject,
  tap,
  throwError,
  toArray,
} from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/model/events.js';
import { writeInto } from '../../src/operators/writeInto.js';
import { after, completed, failed, modelRead, models, priceRead, rejected, started } from '../builders.js';
import { marbles } from '../marbles.js';

/** A sink that notes what it is given and takes a while for it; `fails` is the write that it can't do, counted from 1. */
function spy(fails?: number) {
  const log: string[] = [];
  const written: Event[] = [];
  let writes = 0;
  const write = async (events: readonly Event[]) => {
    const number = ++writes;
    log.push(`write ${events.length}`);
    await after(1);
    if (number === fails) throw new Error('no space left');
    written.push(...events);
    log.push('done');
  };
  return { log, written, sink: { write } };
}

/** A sink whose writes are taken when the test says so. */
function slow() {
  const take: (() => void)[] = [];
  const sizes: number[] = [];
  const write = (events: readonly Event[]) => {
    sizes.push(events.length);
    return new Promise<void>((resolve) => take.push(resolve));
  };
  return { take, sizes, sink: { write } };
}

const manyModels = (count: number): Event[] => models(count).map((model) => modelRead(model));
const run = (events: Observable<Event>, sink: Parameters<typeof writeInto>[0]): Promise<Event[]> =>
  lastValueFrom(events.pipe(writeInto(sink), toArray()));

describe('writeInto', () => {
  it('writes all that happens to a source, in its order, and only then passes it on', async () => {
    const { log, written, sink } = spy();
    const events: Event[] = [started(), modelRead(), priceRead(), rejected(), completed()];
    const noted = from(events).pipe(
      writeInto(sink),
      tap(({ type }) => log.push(type)),
      toArray(),
    );
    expect(await lastValueFrom(noted)).toEqual(events);
    expect(written).toEqual(events);
    expect(log).toEqual([
      ...['write 1', 'done', 'started'],
      ...['write 4', 'done', 'model', 'price', 'rejected', 'completed'],
    ]);
  });

  it('writes a source that failed like any other', async () => {
    const { log, sink } = spy();
    expect(await run(of(started(), failed()), sink)).toEqual([started(), failed()]);
    expect(log).toEqual(['write 1', 'done', 'write 1', 'done']);
  });

  it('writes the start at once, what follows 256 events at a time, and loses none of 602', async () => {
    const { log, written, sink } = spy();
    const events = [started(), ...manyModels(600), completed()];
    expect(await run(from(events), sink)).toEqual(events);
    expect(log).toEqual([...['write 1', 'done', 'write 256', 'done'], ...['write 256', 'done', 'write 89', 'done']]);
    expect(written).toEqual(events);
  });

  it.each([1, 2, 256, 257, 258, 513])(
    'loses none of %i events, whether they come at once or one by one',
    async (count) => {
      const events = manyModels(count);
      expect(await run(from(events), spy().sink)).toEqual(events);
      expect(await run(from(events).pipe(observeOn(asapScheduler)), spy().sink)).toEqual(events);
    },
  );

  it('passes the start on while nothing else has happened yet', async () => {
    const { sink } = spy();
    const events = new Subject<Event>();
    const seen: Event[] = [];
    const subscription = events.pipe(writeInto(sink)).subscribe((event) => seen.push(event));
    events.next(started());
    await after(5);
    expect(seen).toEqual([started()]);
    subscription.unsubscribe();
    expect(events.observed).toBe(false);
  });

  it('writes nothing where nothing happens', async () => {
    const { log, sink } = spy();
    expect(await run(EMPTY, sink)).toEqual([]);
    expect(log).toEqual([]);
  });

  it('passes each batch on while the next one is not taken yet', async () => {
    const { take, sizes, sink } = slow();
    const seen: Event[] = [];
    const subscription = from(manyModels(300))
      .pipe(writeInto(sink))
      .subscribe((event) => seen.push(event));
    await after(1);
    expect([sizes, seen.length]).toEqual([[1], 0]);
    take[0]!();
    await after(1);
    expect([sizes, seen.length]).toEqual([[1, 256], 1]);
    take[1]!();
    await after(1);
    expect([sizes, seen.length]).toEqual([[1, 256, 43], 257]);
    take[2]!();
    await after(1);
    expect([seen.length, subscription.closed]).toEqual([300, true]);
  });

  it('takes the next events while a write is under way', async () => {
    const { log, sink } = spy();
    const events = new Subject<Event>();
    const result = run(events, sink);
    for (const event of manyModels(258)) events.next(event);
    expect(log).toEqual(['write 1']);
    events.next(completed());
    events.complete();
    expect(await result).toHaveLength(259);
    expect(log).toEqual(['write 1', 'done', 'write 256', 'done', 'write 2', 'done']);
  });

  it('passes an error of the sink on, and writes no more', async () => {
    const { log, written, sink } = spy(2);
    const seen: Event[] = [];
    const events = from(manyModels(900)).pipe(
      writeInto(sink),
      tap((event) => seen.push(event)),
    );
    await expect(lastValueFrom(events)).rejects.toThrow('no space left');
    await after(5);
    expect(log).toEqual(['write 1', 'done', 'write 256']);
    expect([written.length, seen.length]).toEqual([1, 1]);
  });

  it('stops reading where the sink can not write', async () => {
    const { sink } = spy(1);
    const events = new Subject<Event>();
    const result = run(events, sink);
    events.next(started());
    await expect(result).rejects.toThrow('no space left');
    expect(events.observed).toBe(false);
  });

  it('takes a sink that throws at once for one that can not write', async () => {
    const sink = {
      write: () => {
        throw new Error('closed');
      },
    };
    await expect(run(of(completed()), sink)).rejects.toThrow('closed');
  });

  it('passes an error of the events on, which ends a write under way for nobody', async () => {
    const { log, sink } = spy();
    const torn = concat(
      manyModels(300),
      throwError(() => new Error('torn')),
    );
    await expect(run(torn, sink)).rejects.toThrow('torn');
    await after(5);
    expect(log).toEqual(['write 1', 'done']);
  });

  it('writes no more once unsubscribed while a write is under way', async () => {
    const { take, sizes, sink } = slow();
    const seen: Event[] = [];
    const subscription = from(manyModels(600))
      .pipe(writeInto(sink))
      .subscribe((event) => seen.push(event));
    subscription.unsubscribe();
    take[0]!();
    await after(1);
    expect([sizes, seen]).toEqual([[1], []]);
  });

  it('batches each source for itself, and lets them write side by side', async () => {
    const { log, sink } = spy();
    const written = writeInto(sink);
    const both = [run(from(manyModels(3)), sink), lastValueFrom(from(manyModels(2)).pipe(written, toArray()))];
    expect((await Promise.all(both)).map(({ length }) => length)).toEqual([3, 2]);
    expect(log).toEqual([...['write 1', 'write 1', 'done', 'write 2'], ...['done', 'write 1', 'done', 'done']]);
  });

  it('completes with events that never come', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const { log, sink } = spy();
      const events = cold<Event>('--|');
      expectObservable(events.pipe(writeInto(sink))).toBe('--|');
      expectSubscriptions(events.subscriptions).toBe('^-!');
      expect(log).toEqual([]);
    }));

  it('passes an error of the events on at once, whatever waits to be written', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const events = cold<Event>('-s-#', { s: started() });
      expectObservable(events.pipe(writeInto(spy().sink))).toBe('---#');
      expectSubscriptions(events.subscriptions).toBe('^--!');
    }));

  it('passes unsubscription upstream', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const events = cold<Event>('-s---m', { s: started(), m: modelRead() });
      expectObservable(events.pipe(writeInto(spy().sink)), '^--!').toBe('-');
      expectSubscriptions(events.subscriptions).toBe('^--!');
    }));
});
