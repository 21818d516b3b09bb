import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lines } from '../../src/sinks/lines.js';
import { after } from '../builders.js';

/** A stream that takes one chunk at a time, when told to. */
function slowly() {
  const taken: string[] = [];
  let done: (() => void) | undefined;
  const stream = new Writable({
    highWaterMark: 1,
    write: (chunk: Buffer, _, callback) => {
      taken.push(chunk.toString());
      done = callback;
    },
  });
  return { stream, taken, take: () => done?.() };
}

/** Whether it has settled within 2 ms. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.then(() => (settled = true));
  await after(2);
  return settled;
}

describe('lines', () => {
  it('writes one JSON document a line', async () => {
    const stream = new PassThrough();
    const sink = lines<unknown>(stream);
    await sink.write([{ id: 'a', name: 'two\nlines' }, [1, null]]);
    await sink.write(['b']);
    expect(await sink.commit(undefined)).toEqual([]);
    stream.end();
    expect(await text(stream)).toBe('{"id":"a","name":"two\\nlines"}\n[1,null]\n"b"\n');
  });

  it('leaves the stream open: it is not its own', async () => {
    const stream = new PassThrough();
    const sink = lines(stream);
    await sink.commit(undefined);
    await sink.abort();
    expect(stream.writable).toBe(true);
  });

  it('is not done with a write before the stream has room again', async () => {
    const { stream, take } = slowly();
    const write = lines<number>(stream).write([1]);
    expect(await isSettled(write)).toBe(false);
    take();
    expect(await isSettled(write)).toBe(true);
  });

  it('keeps together what one write is given, where several share the stream', async () => {
    const { stream, taken, take } = slowly();
    const [a, b] = [lines<string>(stream), lines<string>(stream)];
    const writes = Promise.all([a.write(['a1', 'a2']), b.write(['b1', 'b2'])]);
    take();
    await after(1);
    take();
    await writes;
    expect(taken.join('')).toBe('"a1"\n"a2"\n"b1"\n"b2"\n');
  });

  it('rejects every write that waits with the error of the stream, and all later ones', async () => {
    const { stream } = slowly();
    const sink = lines<number>(stream);
    const waiting = [sink.write([1]), sink.write([2])];
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    stream.destroy(gone);
    for (const write of waiting) await expect(write).rejects.toBe(gone);
    await expect(sink.write([3])).rejects.toBe(gone);
  });

  it('rejects where the stream was closed without a word', async () => {
    const { stream } = slowly();
    const sink = lines<number>(stream);
    const waiting = sink.write([1]);
    stream.destroy();
    await expect(waiting).rejects.toThrow();
    await expect(sink.write([2])).rejects.toThrow();
  });

  it('rejects with EPIPE once the reader has left', async () => {
    const leave =
      'process.stdin.once("data", () => { fs.closeSync(0); console.log("left"); setInterval(() => {}, 1000); })';
    const reader = spawn(process.execPath, ['-e', leave], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void reader.kill('SIGKILL'));
    const sink = lines<string>(reader.stdin);
    await sink.write(['first']);
    await once(reader.stdout, 'data');
    const writeOn = async () => {
      for (let i = 0; i < 100; i++) await sink.write(['x'.repeat(10_000)]);
    };
    await expect(writeOn()).rejects.toMatchObject({ code: 'EPIPE' });
  });

  it('rejects once the process that read is gone', async () => {
    const reader = spawn(process.execPath, ['-e', ''], { stdio: ['pipe', 'ignore', 'inherit'] });
    const sink = lines<string>(reader.stdin);
    await once(reader, 'exit');
    const writeOn = async () => {
      for (let i = 0; i < 100; i++) await sink.write(['x'.repeat(10_000)]);
    };
    await expect(writeOn()).rejects.toThrow();
  });

  it('warns of no leak, however many wait', async () => {
    const { stream, take } = slowly();
    const sink = lines<number>(stream);
    const warnings: unknown[] = [];
    const note = (warning: unknown) => warnings.push(warning);
    process.on('warning', note);
    onTestFinished(() => void process.off('warning', note));
    const writes = Array.from({ length: 20 }, (_, i) => sink.write([i]));
    for (let i = 0; i < 20; i++) {
      take();
      await after(1);
    }
    await Promise.all(writes);
    expect(warnings).toEqual([]);
    expect(stream.listenerCount('drain') + stream.listenerCount('close')).toBe(0);
  });
});
