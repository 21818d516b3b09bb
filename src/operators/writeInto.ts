import { bufferCount, concatMap, defer, finalize, from, mergeMap, type MonoTypeOperatorFunction } from 'rxjs';
import type { Completed, Event, ModelRead } from '../model/events.js';
import type { Sink } from '../sinks/sink.js';

/** Rows a write: small enough to be a pause for the others, large enough to be few awaits. */
const batch = 256;

/**
 * Writes a provider's models to a sink of its own and passes the events on once they are taken: commits before
 * `completed` (which then names the files), aborts on `failed`, on an error, and on unsubscription.
 *
 * ```
 * events   s-(m m c|)
 * sink     ---W-C            W both models, C commit
 * result   s----(m m c|)
 * ```
 */
export function writeInto(open: () => Sink<ModelRead, Completed>): MonoTypeOperatorFunction<Event> {
  return (events) =>
    defer(() => {
      const sink = open();
      let settled = false;
      const settle = <T>(action: Promise<T>): Promise<T> => {
        settled = true;
        return action;
      };
      const take = async (some: readonly Event[]): Promise<Event[]> => {
        const models = some.filter((event) => event.type === 'model');
        if (models.length > 0) await sink.write(models);
        return Promise.all(
          some.map(async (event) => {
            if (event.type === 'failed') await settle(sink.abort());
            return event.type === 'completed' ? { ...event, files: await settle(sink.commit(event)) } : event;
          }),
        );
      };
      return events.pipe(
        bufferCount(batch),
        concatMap((some) => take(some)),
        mergeMap((some) => from(some)),
        finalize(() => {
          if (!settled) void sink.abort();
        }),
      );
    });
}
