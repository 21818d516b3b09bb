import type { Writable } from 'node:stream';

/** Writes JSON documents, one a line, as `writeTo` does. */
export function writeLines(stream: Writable): (rows: readonly object[]) => Promise<void> {
  const write = writeTo(stream);
  return (rows) => write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

/**
 * Writes to a stream that is ours to use, not to close: stdout. Settles once the stream has passed all of it on, so that its
 * memory may be used again; rejects with the stream's error, EPIPE when the reader leaves. What one call is given stays together.
 */
export function writeTo(stream: Writable): (data: string | Uint8Array) => Promise<void> {
  let broken: Error | undefined;
  // One listener for all writes that wait, because each of its own counts towards the warning of a leak.
  const waiting = new Set<(error: Error) => void>();
  const why = () => broken ?? stream.errored ?? new Error('the stream was closed');
  const fail = (error?: Error) => {
    broken ??= error ?? why();
    for (const reject of waiting) reject(broken);
    waiting.clear();
  };
  stream.on('error', fail).on('close', () => fail());

  return (data) =>
    new Promise((resolve, reject) => {
      if (data.length === 0) resolve();
      else if (broken ?? stream.destroyed) reject(why());
      else {
        waiting.add(reject);
        stream.write(data, (error) => {
          waiting.delete(reject);
          if (error) reject(broken ?? stream.errored ?? error);
          else resolve();
        });
      }
    });
}
