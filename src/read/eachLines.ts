import type { Readable } from 'node:stream';
import { Observable } from 'rxjs';

/**
 * Gives the lines of a stream to `project`, as many as came together, and emits what it makes of them. The stream is read
 * on only when that is done, so that a slow consumer slows the source; unsubscribing closes it. `before` is the number of
 * lines that were given earlier. A byte order mark is dropped; the last line need not end.
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
    let rest = '';
    let before = 0;
    let isFirst = true;
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
        const text = isFirst ? chunk.replace(/^\uFEFF/, '') : chunk;
        isFirst = false;
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        if (lines.length > 0) await pass(lines);
        if (subscriber.closed) return;
      }
      if (rest !== '') await pass([rest]);
    };
    read().then(
      () => subscriber.complete(),
      (error: unknown) => subscriber.error(error),
    );
    return () => void stream.destroy();
  });
}
