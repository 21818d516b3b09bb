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

  return {
    write: async (rows) => {
      if (broken) throw broken;
      if (!stream.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))) await once(stream, 'drain');
    },
    commit: () => Promise.resolve([]),
    abort: () => Promise.resolve(),
  };
}
