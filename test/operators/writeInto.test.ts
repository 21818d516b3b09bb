import {
  concat,
  EMPTY,
  from,
  lastValueFrom,
  NEVER,
  type Observable,
  of,
  Subject,
  tap,
  throwError,
  toArray,
} from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Completed, Event, ModelRead, Written } from '../../src/model/events.js';
import { writeInto } from '../../src/operators/writeInto.js';
import type { Sink } from '../../src/sinks/sink.js';
import { after, completed, failed, modelRead, models, rejected, started } from '../builders.js';
import { marbles } from '../marbles.js';

const files: Written[] = [{ path: 'providers/acme.json', sha256: 'abc' }];

/** A sink that notes what is asked of it and takes a while for it; `fails` names what it can't do. */
function spy(fails?: 'write' | 'commit') {
  const log: string[] = [];
  const work = async (name: 'write' | 'commit' | 'abort', note: string) => {
    log.push(note);
    await after(1);
    if (name === fails) throw new Error(`no ${name}`);
    log.push(`${name} done`);
  };
  const sink: Sink<ModelRead, Completed> = {
    write: (rows) => work('write', `write ${rows.length}`),
    commit: async (end) => {
      await work('commit', `commit ${end.status}`);
      return files;
    },
    abort: () => work('abort', 'abort'),
  };
  return { log, sink };
}

const manyModels = (count: number): Observable<Event> => from(models(count).map((model) => modelRead(model)));
const run = (events: Observable<Event>, sink: Sink<ModelRead, Completed>) =>
  lastValueFrom(
    events.pipe(
      writeInto(() => sink),
      toArray(),
    ),
  );

describe('writeInto', () => {
  it('writes the models, commits, and only then passes the events on, the end with its files', async () => {
    const { log, sink } = spy();
    const noted = of(started(), modelRead(), rejected(), modelRead(), completed()).pipe(
      writeInto(() => sink),
      tap(({ type }) => log.push(type)),
      toArray(),
    );
    expect(await lastValueFrom(noted)).toEqual([started(), modelRead(), rejected(), modelRead(), completed({ files })]);
    const passed = ['started', 'model', 'rejected', 'model', 'completed'];
    expect(log).toEqual(['write 2', 'write done', 'commit fresh', 'commit done', ...passed]);
  });

  it('writes batch after batch, each once the one before is taken, and loses none', async () => {
    const { log, sink } = spy();
    const events = await run(concat(manyModels(600), of(completed())), sink);
    expect(log).toEqual([
      ...['write 256', 'write done', 'write 256', 'write done', 'write 88', 'write done'],
      ...['commit fresh', 'commit done'],
    ]);
    expect(events).toEqual([...models(600).map((model) => modelRead(model)), completed({ files })]);
  });

  it('commits a provider without models, and writes nothing', async () => {
    const { log, sink } = spy();
    expect(await run(of(completed()), sink)).toEqual([completed({ files })]);
    expect(log).toEqual(['commit fresh', 'commit done']);
  });

  it('aborts before it passes `failed` on', async () => {
    const { log, sink } = spy();
    expect(await run(of(failed()), sink)).toEqual([failed()]);
    expect(log).toEqual(['abort', 'abort done']);
  });

  it('aborts on an error and passes it on', async () => {
    const { log, sink } = spy();
    await expect(
      run(
        concat(
          manyModels(300),
          throwError(() => new Error('torn')),
        ),
        sink,
      ),
    ).rejects.toThrow('torn');
    expect(log).toContain('abort');
    expect(log).not.toContain('commit fresh');
  });

  it('aborts where the events end without an end', async () => {
    const { log, sink } = spy();
    expect(await run(EMPTY, sink)).toEqual([]);
    expect(log).toEqual(['abort']);
  });

  it('aborts where the sink can not write, writes no more and passes the error on', async () => {
    const { log, sink } = spy('write');
    await expect(run(concat(manyModels(600), of(completed())), sink)).rejects.toThrow('no write');
    expect(log).toEqual(['write 256', 'abort']);
  });

  it('aborts where the sink can not commit, and passes the error on', async () => {
    const { log, sink } = spy('commit');
    await expect(run(of(modelRead(), completed()), sink)).rejects.toThrow('no commit');
    expect(log).toEqual(['write 1', 'write done', 'commit fresh', 'abort', 'abort done']);
  });

  it('does not let an abort that fails hide the error, or end the process', async () => {
    const { sink } = spy();
    const broken = { ...sink, abort: () => Promise.reject(new Error('no abort')) };
    await expect(
      run(
        throwError(() => new Error('torn')),
        broken,
      ),
    ).rejects.toThrow('torn');
    await after(1);
  });

  it('aborts when unsubscribed before the commit, and not after it began', async () => {
    const early = spy();
    const first = NEVER.pipe(writeInto(() => early.sink)).subscribe();
    first.unsubscribe();
    expect(early.log).toEqual(['abort']);

    const late = spy();
    const second = of(completed())
      .pipe(writeInto(() => late.sink))
      .subscribe();
    second.unsubscribe();
    await after(5);
    expect(late.log).toEqual(['commit fresh', 'commit done']);
  });

  it('commits nothing once unsubscribed while a write is under way', async () => {
    const { log, sink } = spy();
    const subscription = of(modelRead(), completed())
      .pipe(writeInto(() => sink))
      .subscribe();
    subscription.unsubscribe();
    await after(5);
    expect(log).toEqual(['write 1', 'abort', 'write done', 'abort done']);
  });

  it('opens one sink a subscription, and none before', async () => {
    let opened = 0;
    const written = of<Event>(completed()).pipe(
      writeInto(() => {
        opened++;
        return spy().sink;
      }),
    );
    expect(opened).toBe(0);
    await lastValueFrom(written);
    await lastValueFrom(written);
    expect(opened).toBe(2);
  });

  it('errors where the sink can not be opened, and asks for no events', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const events = cold<Event>('--|');
      const error = new Error('no such folder');
      const open = () => {
        throw error;
      };
      expectObservable(events.pipe(writeInto(open))).toBe('#', undefined, error);
      expectSubscriptions(events.subscriptions).toBe([]);
    }));

  it('passes unsubscription upstream', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const events = cold<Event>('-----a', { a: started() });
      expectObservable(events.pipe(writeInto(() => spy().sink)), '^--!').toBe('-');
      expectSubscriptions(events.subscriptions).toBe('^--!');
    }));

  it('takes the next events while a write is under way', async () => {
    const { log, sink } = spy();
    const events = new Subject<Event>();
    const result = run(events, sink);
    for (const model of models(257)) events.next(modelRead(model));
    expect(log).toEqual(['write 256']);
    events.next(completed());
    events.complete();
    expect(await result).toHaveLength(258);
  });
});
