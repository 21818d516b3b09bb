import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeLines } from '../../src/sinks/writeLines.js';
import { after } from '../builders.js';

/** A stream that takes one chunk at a time, when told to. */
function slowly(highWaterMark = 1) {
  const taken: string[] = [];
  let done: (() => void) | undefined;
  const stream = new Writable({
    highWaterMark,
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

describe('writeLines', () => {
  it('writes one JSON document a line', async () => {
    const stream = new PassThrough();
    const write = writeLines(stream);
    await write([{ id: 'a', name: 'two\nlines' }, [1, null]]);
    await write([{ b: true }]);
    stream.end();
    expect(await text(stream)).toBe('{"id":"a","name":"two\\nlines"}\n[1,null]\n{"b":true}\n');
  });

  it('leaves the stream open: it is not its own', async () => {
    const stream = new PassThrough();
    await writeLines(stream)([{ n: 1 }]);
    expect(stream.writable).toBe(true);
  });

  it('writes nothing where there are no rows, not even an empty line', async () => {
    const stream = new PassThrough();
    await writeLines(stream)([]);
    expect(stream.readableLength).toBe(0);
  });

  it.each([
    ['and has room again', 1],
    ['though it has room for more', 1000],
  ])('is not done with a write before the stream has passed it on, %s', async (_, room) => {
    const { stream, take } = slowly(room);
    const writing = writeLines(stream)([{ n: 1 }]);
    expect(await isSettled(writing)).toBe(false);
    take();
    expect(await isSettled(writing)).toBe(true);
  });

  it('keeps together what one write is given, where several share the stream', async () => {
    const { stream, taken, take } = slowly();
    const [a, b] = [writeLines(stream), writeLines(stream)];
    const writes = Promise.all([a([{ a: 1 }, { a: 2 }]), b([{ b: 1 }, { b: 2 }])]);
    take();
    await after(1);
    take();
    await writes;
    expect(taken.join('')).toBe('{"a":1}\n{"a":2}\n{"b":1}\n{"b":2}\n');
  });

  it('rejects every write that waits with the error of the stream, and all later ones', async () => {
    const { stream } = slowly();
    const write = writeLines(stream);
    const waiting = [write([{ n: 1 }]), write([{ n: 2 }])];
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    stream.destroy(gone);
    for (const writing of waiting) await expect(writing).rejects.toBe(gone);
    await expect(write([{ n: 3 }])).rejects.toBe(gone);
  });

  it('rejects where the stream was closed without a word', async () => {
    const { stream } = slowly();
    const write = writeLines(stream);
    const waiting = write([{ n: 1 }]);
    stream.destroy();
    await expect(waiting).rejects.toThrow();
    await expect(write([{ n: 2 }])).rejects.toThrow();
  });

  it('rejects with EPIPE once the reader has left', async () => {
    const leave =
      'process.stdin.once("data", () => { fs.closeSync(0); console.log("left"); setInterval(() => {}, 1000); })';
    const reader = spawn(process.execPath, ['-e', leave], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void reader.kill('SIGKILL'));
    const write = writeLines(reader.stdin);
    await write([{ n: 0 }]);
    await once(reader.stdout, 'data');
    const writeOn = async () => {
      for (let i = 0; i < 100; i++) await write([{ x: 'x'.repeat(10_000) }]);
    };
    await expect(writeOn()).rejects.toMatchObject({ code: 'EPIPE' });
  });

  it('rejects once the process that read is gone', async () => {
    const reader = spawn(process.execPath, ['-e', ''], { stdio: ['pipe', 'ignore', 'inherit'] });
    const write = writeLines(reader.stdin);
    await once(reader, 'exit');
    const writeOn = async () => {
      for (let i = 0; i < 100; i++) await write([{ x: 'x'.repeat(10_000) }]);
    };
    await expect(writeOn()).rejects.toThrow();
  });

  it('warns of no leak, however many wait', async () => {
    const { stream, take } = slowly();
    const write = writeLines(stream);
    const listeners = () => stream.listenerCount('drain') + stream.listenerCount('close');
    const before = listeners();
    const warnings: unknown[] = [];
    const note = (warning: unknown) => warnings.push(warning);
    process.on('warning', note);
    onTestFinished(() => void process.off('warning', note));
    const writes = Array.from({ length: 20 }, (_, i) => write([{ n: i }]));
    for (let i = 0; i < 20; i++) {
      take();
      await after(1);
    }
    await Promise.all(writes);
    expect(warnings).toEqual([]);
    expect(listeners()).toBe(before);
  });
});
