import type { Completed, Event, SourceRef } from '../model/events.js';
import type { OpenSink, Written } from './sink.js';
import { unwritten } from './unwritten.js';

/**
 * A sink of files that belong to one source each, written when the source has completed: what `rowOf` takes of its events
 * is kept until then. A source that fails, or that the run does not wait for, leaves its earlier files as they are. Where a
 * file can't be written, the write rejects with an `UnwrittenError` of that source; those before it are told all the same.
 */
export function sourceFiles<Row>(
  rowOf: (event: Event) => Row | undefined,
  write: (rows: readonly Row[], end: Completed) => AsyncIterable<Written>,
): OpenSink {
  const rows = new Map<string, Row[]>();
  const written: Written[] = [];
  const underWay = new Set<Promise<unknown>>();
  let isOver = false;

  const take = (event: Event): void => {
    const row = rowOf(event);
    if (row === undefined) return;
    const own = rows.get(keyOf(event));
    if (own) own.push(row);
    else rows.set(keyOf(event), [row]);
  };
  const complete = async (end: Completed): Promise<void> => {
    const own = rows.get(keyOf(end)) ?? [];
    rows.delete(keyOf(end));
    for await (const file of write(own, end)) written.push(file);
  };
  return {
    write: async (events) => {
      for (const event of events) {
        if (isOver) return;
        take(event);
        if (event.type !== 'completed') continue;
        const work = complete(event).catch((error: unknown) => Promise.reject(unwritten(event, error)));
        underWay.add(work);
        await work.finally(() => underWay.delete(work));
      }
    },
    commit: () => Promise.resolve(written),
    abort: async () => {
      isOver = true;
      await Promise.allSettled(underWay);
      return written;
    },
  };
}

const keyOf = ({ kind, source }: SourceRef): string => `${kind}/${source}`;
