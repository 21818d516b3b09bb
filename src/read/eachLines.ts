import type { Readable } from 'node:stream';
import { Observable } from 'rxjs';
import { LineBuffer, LineTooLong, longestLine } from './lineBuffer.js';

/**
 * Gives the lines of a stream to `project`, as many as came together, and emits what it makes of them. The stream is read
 * on only when that is done, so that a slow consumer slows the source; unsubscribing closes it. `before` is the number of
 * lines that were given earlier. A byte order mark is dropped; the last line need not end. Errors with a `LineTooLong`,
 * after the lines before it, as soon as a line is longer than a record can be: no more of it is held.
 *
 * ```
 * stream    ab\nc  d\n|          reads on at 5
 * project   --(x|) --(y|)
 * result    --x------(y|)
 * ```
 */
export function eachLines<T>(
  stream: Readable,
  project: (lines: readonly string[], before: number) => Observable<T>,
): Observable<T> {
  return new Observable((subscriber) => {
    const rest = new LineBuffer();
    let [before, isFirst] = [0, true];
    stream.setEncoding('utf8');
    const pass = async (lines: readonly string[]): Promise<void> => {
      const inner = project(lines, before);
      before += lines.length;
      await new Promise<void>((resolve, reject) => {
        const running = inner.subscribe({ next: (value) => subscriber.next(value), error: reject, complete: resolve });
        running.add(resolve);
        subscriber.add(running);
      });
    };
    const read = async (): Promise<void> => {
      for await (const chunk of stream as AsyncIterable<string>) {
        const [first = '', ...more] = (isFirst ? chunk.replace(/^\uFEFF/, '') : chunk).split('\n');
        isFirst = false;
        rest.hold(first);
        if (more.length === 0) continue;
        const last = more.pop() ?? '';
        const lines = [rest.take(more.length), ...more];
        const long = lines.findIndex(({ length }) => length > longestLine);
        if (long !== 0) await pass(long < 0 ? lines : lines.slice(0, long));
        if (long >= 0) throw new LineTooLong(before + 1);
        if (subscriber.closed) return;
        rest.hold(last);
      }
      if (!rest.isEmpty) await pass([rest.take()]);
    };
    read().then(
      () => subscriber.complete(),
      (error: unknown) => subscriber.error(error),
    );
    return () => void stream.destroy();
  });
}
