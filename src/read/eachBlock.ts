import type { Readable } from 'node:stream';
import { Observable } from 'rxjs';
import { LineBuffer } from './lineBuffer.js';

/**
 * Gives the lines of a stream to `project`, as many as came together, as the bytes that they are, each with its end, and emits
 * what it makes of them. The stream is read on only when that is done, so that a slow consumer slows the source; unsubscribing
 * closes it. `before` is the number of lines that were given earlier. A byte order mark at the start is dropped; the last line
 * is given an end. Errors with a `LineTooLong`, after the lines before it, as soon as a line is longer than a record can be: no
 * more of it is held.
 *
 * ```
 * stream    ab\nc  d\n|          reads on at 5
 * project   --(x|) --(y|)
 * result    --x------(y|)
 * ```
 */
export function eachBlock<T>(
  stream: Readable,
  project: (block: Buffer, before: number) => Observable<T>,
): Observable<T> {
  return new Observable((subscriber) => {
    const pass = async (block: Buffer, before: number): Promise<void> => {
      const inner = project(block, before);
      await new Promise<void>((resolve, reject) => {
        const running = inner.subscribe({ next: (value) => subscriber.next(value), error: reject, complete: resolve });
        running.add(resolve);
        subscriber.add(running);
      });
    };
    const read = async (): Promise<void> => {
      const lines = new LineBuffer();
      for await (const chunk of stream as AsyncIterable<Buffer | string>) {
        for (const { block, before } of lines.add(typeof chunk === 'string' ? Buffer.from(chunk) : chunk))
          await pass(block, before);
        if (subscriber.closed) return;
      }
      for (const { block, before } of lines.end()) await pass(block, before);
    };
    read().then(
      () => subscriber.complete(),
      (error: unknown) => subscriber.error(error),
    );
    return () => void stream.destroy();
  });
}
