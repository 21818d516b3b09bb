import { describe, expect, it } from 'vitest';
import type { Completed, Event } from '../../src/model/events.js';
import type { Written } from '../../src/sinks/sink.js';
import { sourceFiles } from '../../src/sinks/sourceFiles.js';
import { after, aModel, aPriceRow, completed, failed, modelRead, priceRead, started } from '../builders.js';
import { anEnd } from './plan.js';

const model = (id: string, provider = 'acme') => modelRead(aModel(id, { provider }));
const endOf = (source: string, kind: Completed['kind'] = 'provider') => completed({}, { source, kind });
const fileOf = (source: string): Written => ({ path: `${source}.txt`, sha256: source });

/** A sink of files that list the ids of a source's models and the names of its prices. */
function spy(write: (source: string) => Promise<readonly Written[]> = (source) => Promise.resolve([fileOf(source)])) {
  const log: string[] = [];
  const rowOf = (event: Event) =>
    event.type === 'model' ? event.model.id : event.type === 'price' ? `price of ${event.price.model}` : undefined;
  const sink = sourceFiles(rowOf, async function* (rows, { kind, source }) {
    log.push(`${kind} ${source}: ${rows.join(' ')}`);
    yield* await write(source);
  });
  return { log, sink };
}

/** A write that takes until it is told to go on. */
function slowly() {
  let done: () => void = () => undefined;
  const write = (source: string) =>
    new Promise<readonly Written[]>((resolve) => {
      done = () => resolve([fileOf(source)]);
    });
  return { write, finish: () => done() };
}

describe('files by source', () => {
  it('are written when their source has completed, not before and not at the commit', async () => {
    const { log, sink } = spy();
    await sink.write([started(), model('a')]);
    await sink.write([model('b')]);
    expect(log).toEqual([]);
    await sink.write([model('c'), endOf('acme')]);
    expect(log).toEqual(['provider acme: a b c']);
    expect(await sink.commit(anEnd())).toEqual([fileOf('acme')]);
    expect(log).toEqual(['provider acme: a b c']);
  });

  it('hold the rows of their source alone, however the events come in', async () => {
    const { log, sink } = spy();
    await sink.write([model('a'), model('z', 'beta')]);
    await sink.write([model('y', 'beta'), model('b'), endOf('beta'), endOf('acme')]);
    expect(log).toEqual(['provider beta: z y', 'provider acme: a b']);
    expect(await sink.commit(anEnd())).toEqual([fileOf('beta'), fileOf('acme')]);
  });

  it('tell a provider from a price list of the same id', async () => {
    const { log, sink } = spy();
    await sink.write([model('a'), priceRead(aPriceRow('p'), 'acme'), endOf('acme', 'prices'), endOf('acme')]);
    expect(log).toEqual(['prices acme: price of p', 'provider acme: a']);
  });

  it('are written for a source without rows as well', async () => {
    const { log, sink } = spy();
    await sink.write([started(), endOf('acme')]);
    expect(log).toEqual(['provider acme: ']);
  });

  it('are not written for a source that fails, or does not end', async () => {
    const { log, sink } = spy();
    await sink.write([model('a'), failed(), model('z', 'beta')]);
    expect(await sink.commit(anEnd())).toEqual([]);
    expect(log).toEqual([]);
  });

  it('keep the writer waiting until they are there', async () => {
    const { write, finish } = slowly();
    const { sink } = spy(write);
    let isWritten = false;
    const writing = sink.write([endOf('acme')]).then(() => (isWritten = true));
    await after(2);
    expect(isWritten).toBe(false);
    finish();
    await writing;
    expect(await sink.commit(anEnd())).toEqual([fileOf('acme')]);
  });

  it('that can not be written fail the write', async () => {
    const { sink } = spy(() => Promise.reject(new Error('no space left')));
    await expect(sink.write([endOf('acme')])).rejects.toThrow('no space left');
  });
});

describe('an abort', () => {
  it('tells the files that are there', async () => {
    const { sink } = spy();
    await sink.write([model('a'), endOf('acme'), model('z', 'beta')]);
    expect(await sink.abort()).toEqual([fileOf('acme')]);
  });

  it('lets a file under way be finished, and tells it too', async () => {
    const { write, finish } = slowly();
    const { sink } = spy(write);
    const writing = sink.write([model('a'), endOf('acme')]);
    await after(0);
    let files: readonly Written[] | undefined;
    const aborting = sink.abort().then((told) => (files = told));
    await after(2);
    expect(files).toBeUndefined();
    finish();
    await Promise.all([writing, aborting]);
    expect(files).toEqual([fileOf('acme')]);
  });

  it('keeps further files from being begun, also those of events that were taken already', async () => {
    const { write, finish } = slowly();
    const { log, sink } = spy(write);
    const writing = sink.write([endOf('acme'), endOf('beta')]);
    await after(0);
    const aborting = sink.abort();
    finish();
    await writing;
    await sink.write([endOf('zeta')]);
    expect(await aborting).toEqual([fileOf('acme')]);
    expect(log).toEqual(['provider acme: ']);
  });

  it('does not fail with a file that fails', async () => {
    const { sink } = spy((source) =>
      source === 'acme' ? Promise.resolve([fileOf('acme')]) : after(1).then(() => Promise.reject(new Error('full'))),
    );
    await sink.write([endOf('acme')]);
    const writing = sink.write([endOf('beta')]);
    const [written, told] = await Promise.allSettled([writing, sink.abort()]);
    expect(written).toMatchObject({ status: 'rejected' });
    expect(told).toEqual({ status: 'fulfilled', value: [fileOf('acme')] });
  });
});
