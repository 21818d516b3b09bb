import { bufferCount, concatMap, defer, finalize, from, mergeMap, type MonoTypeOperatorFunction } from 'rxjs';
import type { Completed, Event, ModelRead } from '../model/events.js';
import type { Sink } from '../sinks/sink.js';

/** Rows a write: small enough to be a pause for the others, large enough to be few awaits. */
const batch = 256;

/**
 * Writes a provider's models to a sink of its own and passes the events on once they are taken: commits before
 * `completed` (which then names the files), aborts on `failed`, on an error, be it the sink's, and on unsubscription.
 *
 * ```
 * events   --(mmc|)
 * sink     --W-C             W takes both models until 4, C commits until 8
 * result   --------(mmc|)
 * ```
 */
export function writeInto(open: () => Sink<ModelRead, Completed>): MonoTypeOperatorFunction<Event> {
  return (events) =>
    defer(() => {
      const sink = open();
      let settled = false;
      // The error at hand counts; that taking back failed too must not take its place, or end the process.
      const takeBack = (): Promise<void> => sink.abort().catch(() => undefined);
      const settle = async (event: Event): Promise<Event> => {
        settled ||= event.type === 'failed' || event.type === 'completed';
        if (event.type === 'failed') await sink.abort();
        if (event.type !== 'completed') return event;
        try {
          return { ...event, files: await sink.commit(event) };
        } catch (error) {
          await takeBack();
          throw error;
        }
      };
      const take = async (some: readonly Event[]): Promise<Event[]> => {
        const models = some.filter((event) => event.type === 'model');
        if (models.length > 0) await sink.write(models);
        if (settled) return []; // Taken back meanwhile: what is committed now would stay.
        return Promise.all(some.map(settle));
      };
      return events.pipe(
        bufferCount(batch),
        concatMap((some) => take(some)),
        mergeMap((some) => from(some)),
        finalize(() => {
          if (!settled) void takeBack();
          settled = true;
        }),
      );
    });
}
