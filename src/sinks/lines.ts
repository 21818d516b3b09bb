import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Sink } from './sink.js';

/**
 * One JSON document a line, to a stream that is ours to use, not to close: stdout. Rejects with the stream's error,
 * EPIPE when the reader leaves. Several writers may share it: what one `write` is given stays together.
 */
export function lines<Row>(stream: Writable): Sink<Row, unknown> {
  let broken: Error | undefined;
  stream.on('error', (error: Error) => {
    broken = error;
  });
  // One wait for all writers, because each listener of its own counts towards the warning of a leak.
  let room: Promise<void> | undefined;
  const hasRoom = (): Promise<void> => (room ??= drained(stream).finally(() => (room = undefined)));

  return {
    write: async (rows) => {
      if (broken ?? stream.destroyed) throw broken ?? stream.errored ?? new Error('the stream was closed');
      if (!stream.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))) await hasRoom();
    },
    commit: () => Promise.resolve([]),
    abort: () => Promise.resolve(),
  };
}

/** Rejects with the stream's error, or where it is closed without one, because then it never drains. */
async function drained(stream: Writable): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  try {
    await Promise.race([once(stream, 'drain', { signal }), closed(stream, signal)]);
  } finally {
    waiting.abort();
  }
}

async function closed(stream: Writable, signal: AbortSignal): Promise<never> {
  await once(stream, 'close', { signal });
  throw stream.errored ?? new Error('the stream was closed');
}
