import type { Sink } from './sink.js';
import { writeLines } from './writeLines.js';

/** Models as JSON lines on stdout, as they come, raw or joined with prices. */
export const jsonLines: Sink = {
  open: ({ stdout, dryRun }) => {
    if (stdout === undefined || dryRun) return undefined;
    const write = writeLines(stdout.stream);
    return {
      write: (events) => {
        const models = events.filter((event) => event.type === 'model');
        return write(models.map(({ model, enriched }) => (stdout.dataset === 'raw' ? model : enriched)));
      },
      commit: () => Promise.resolve([]),
      abort: () => Promise.resolve([]),
    };
  },
};
