import type { OpenSink, Written } from './sink.js';

/**
 * Several sinks as one. Events go to all of them side by side, the slowest sets the pace; they are committed in their order,
 * each with the files of those before it, so that the last one can tell them all. One that can't be committed keeps none of
 * the others from it: its error comes after them.
 */
export function tee(sinks: readonly OpenSink[]): OpenSink {
  return {
    write: async (events) => {
      await Promise.all(sinks.map((sink) => sink.write(events)));
    },
    commit: async (end) => {
      let files: readonly Written[] = end.files;
      const errors: unknown[] = [];
      for (const sink of sinks) {
        const left = await sink.commit({ ...end, files }).catch((error: unknown) => {
          errors.push(error);
          return [];
        });
        files = [...files, ...left];
      }
      if (errors.length > 0) throw errors[0];
      return files;
    },
    abort: async () => (await Promise.all(sinks.map((sink) => sink.abort()))).flat(),
  };
}
