import type { OpenSink, Written } from './sink.js';

/**
 * Several sinks as one. Events go to all of them side by side, the slowest sets the pace; they are committed in their order,
 * each with the files of those before it, so that the last one can tell them all.
 */
export function tee(sinks: readonly OpenSink[]): OpenSink {
  return {
    write: async (events) => {
      await Promise.all(sinks.map((sink) => sink.write(events)));
    },
    commit: async (end) => {
      let files: readonly Written[] = end.files;
      for (const sink of sinks) files = [...files, ...(await sink.commit({ ...end, files }))];
      return files;
    },
    abort: async () => (await Promise.all(sinks.map((sink) => sink.abort()))).flat(),
  };
}
