import type { Model } from '../../src/model/model.js';
import type { Origins } from '../../src/model/origin.js';
import { openNetworks } from '../../src/read/networks.js';
import { run } from '../../src/run.js';
import { recordingsDir } from '../sources/harness.js';

/** A model of a run, as it was read and with its price settled, and the pages that the two name. */
export interface Enriched {
  readonly model: Model;
  readonly enriched: Model;
  readonly sources: Origins;
}

let known: Promise<readonly Enriched[]> | undefined;

/** All models of a run over all sources that only has the recordings; it runs once, whoever asks. */
export const enrichedRun = (): Promise<readonly Enriched[]> => (known ??= runOnce());

async function runOnce(): Promise<readonly Enriched[]> {
  const all: Enriched[] = [];
  const networks = openNetworks({ mode: 'offline', env: {}, recordingsDir });
  await run({
    networks,
    dryRun: true,
    out: '/nowhere',
    sinks: [
      {
        open: () => ({
          write: (events) => {
            for (const event of events) if (event.type === 'model') all.push(event);
            return Promise.resolve();
          },
          commit: () => Promise.resolve([]),
          abort: () => Promise.resolve([]),
        }),
      },
    ],
  });
  return all;
}
