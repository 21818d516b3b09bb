import { describe, expect, it } from 'vitest';
import type { OpenSink, RunEnd } from '../../src/sinks/sink.js';
import { tee } from '../../src/sinks/tee.js';
import { after, modelRead } from '../builders.js';
import { anEnd } from './plan.js';

const file = (path: string) => ({ path, sha256: `sha256 of ${path}` });

/** A sink that notes what is asked of it, and writes one file. */
function spy(name: string, log: unknown[], more: Partial<OpenSink> = {}): OpenSink {
  return {
    write: (events) => {
      log.push(`${name} write ${events.length}`);
      return Promise.resolve();
    },
    commit: ({ files }: RunEnd) => {
      log.push(`${name} commit after ${files.map(({ path }) => path).join(' ')}`);
      return Promise.resolve([file(name)]);
    },
    abort: () => {
      log.push(`${name} abort`);
      return Promise.resolve([file(name)]);
    },
    ...more,
  };
}

describe('several sinks as one', () => {
  it('get the same events side by side, and the slowest sets the pace', async () => {
    const log: unknown[] = [];
    let take: () => void = () => undefined;
    const slow = spy('slow', log, { write: () => new Promise<void>((resolve) => (take = resolve)) });
    const writing = tee([slow, spy('a', log)]).write([modelRead(), modelRead()]);
    void writing.then(() => log.push('written'));
    await after(2);
    expect(log).toEqual(['a write 2']);
    take();
    await writing;
    await after(0);
    expect(log).toEqual(['a write 2', 'written']);
  });

  it('are committed one after the other, each with the files of those before', async () => {
    const log: unknown[] = [];
    const files = await tee(['a', 'b', 'c'].map((name) => spy(name, log))).commit(anEnd({ files: [file('x')] }));
    expect(log).toEqual(['a commit after x', 'b commit after x a', 'c commit after x a b']);
    expect(files).toEqual([file('x'), file('a'), file('b'), file('c')]);
  });

  it('are all committed, also behind one that fails, whose error comes after them', async () => {
    const log: unknown[] = [];
    const full = spy('full', log, { commit: () => Promise.reject(new Error('no space left')) });
    await expect(tee([spy('a', log), full, spy('b', log)]).commit(anEnd())).rejects.toThrow('no space left');
    expect(log).toEqual(['a commit after ', 'b commit after a']);
  });

  it('fail with the one that can not write', async () => {
    const log: unknown[] = [];
    const full = spy('full', log, { write: () => Promise.reject(new Error('no space left')) });
    await expect(tee([full, spy('a', log)]).write([modelRead()])).rejects.toThrow('no space left');
    expect(log).toEqual(['a write 1']);
  });

  it('are all aborted, and tell all their files', async () => {
    const log: unknown[] = [];
    expect(await tee([spy('a', log), spy('b', log)]).abort()).toEqual([file('a'), file('b')]);
    expect(log).toEqual(['a abort', 'b abort']);
  });

  it('may be none', async () => {
    const none = tee([]);
    await none.write([modelRead()]);
    expect(await none.commit(anEnd())).toEqual([]);
    expect(await none.abort()).toEqual([]);
  });
});
