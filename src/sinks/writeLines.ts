import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes JSON documents, one a line, as `writeTo` does. */
export function writeLines(stream: Writable): (rows: readonly object[]) => Promise<void> {
  const write = writeTo(stream);
  return (rows) => write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/**
 * Writes to a stream that is ours to use, not to close: stdout. Settles once there is room for more; rejects with the stream's
 * error, EPIPE when the reader leaves. What one call is given stays together.
 */
export function writeTo(stream: Writable): (data: string | Uint8Array) => Promise<void> {
  let broken: Error | undefined;
  stream.on('error', (error: Error) => {
    broken = error;
  });
  // One wait for all writers, because each listener of its own counts towards the warning of a leak.
  let room: Promise<void> | undefined;
  const hasRoom = (): Promise<void> => (room ??= drained(stream).finally(() => (room = undefined)));

  return async (data) => {
    if (data.length === 0) return;
    if (broken ?? stream.destroyed) throw broken ?? stream.errored ?? new Error('the stream was closed');
    if (!stream.write(data)) await hasRoom();
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
