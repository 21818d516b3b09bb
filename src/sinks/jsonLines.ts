import type { Writable } from 'node:stream';
import { namedOrigins } from '../model/namedOrigins.js';
import type { Sink } from './sink.js';
import { writeLines } from './writeLines.js';

/** Models as JSON lines on stdout, as they come, raw or joined with prices, each with the pages that it names. */
export const jsonLines: Sink = {
  open: ({ stdout, dryRun }) => {
    if (stdout === undefined || dryRun) return undefined;
    const write = writeLines(stdout.stream as unknown as Writable);
    return {
      write: (events) => {
        const models = events.filter((event) => event.type === 'model');
        return write(
          models.map((read) => {
            const model = stdout.dataset === 'raw' ? read.model : read.enriched;
            return { ...model, sources: namedOrigins(read.sources, [model], model.from['*'] ?? '') };
          }),
        );
      },
      commit: () => Promise.resolve([]),
      abort: () => Promise.resolve([]),
    };
  },
};
