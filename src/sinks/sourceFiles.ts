import type { Completed, Event, SourceRef } from '../model/events.js';
import type { OpenSink, Written } from './sink.js';

/**
 * A sink of files that belong to one source each, written when the source has completed: what `rowOf` takes of its events
 * is kept until then. A source that fails, or that the run does not wait for, leaves its earlier files as they are.
 */
export function sourceFiles<Row>(
  rowOf: (event: Event) => Row | undefined,
  write: (rows: readonly Row[], end: Completed) => Promise<readonly Written[]>,
): OpenSink {
  const rows = new Map<string, Row[]>();
  const written: Written[] = [];
  const underWay = new Set<Promise<unknown>>();
  let isOver = false;

  const keyOf = ({ kind, source }: SourceRef): string => `${kind}/${source}`;
  const take = (event: Event): void => {
    const row = rowOf(event);
    if (row === undefined) return;
    const own = rows.get(keyOf(event));
    if (own) own.push(row);
    else rows.set(keyOf(event), [row]);
  };
  const complete = async (end: Completed): Promise<void> => {
    written.push(...(await write(rows.get(keyOf(end)) ?? [], end)));
    rows.delete(keyOf(end));
  };
  return {
    write: async (events) => {
      for (const event of events) {
        if (isOver) return;
        take(event);
        if (event.type !== 'completed') continue;
        const work = complete(event);
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
