import type { Model } from '../../src/model/model.js';
import type { Run } from '../../src/model/run.js';
import { openNetworks } from '../../src/read/networks.js';
import { run } from '../../src/run.js';
import type { Sink } from '../../src/sinks/sink.js';
import { onceForAll } from './onceForAll.js';
import { recordingsDir } from '../sources/harness.js';

/** What a run over all sources gives that only has the recordings. */
export interface OfflineRun {
  readonly models: readonly Model[];
  readonly manifest: Run;
}

let known: Promise<OfflineRun> | undefined;

/** It runs once, whoever asks, in whatever worker. */
export const offlineRun = (): Promise<OfflineRun> => (known ??= onceForAll('raw', runOnce));

async function runOnce(): Promise<OfflineRun> {
  const models: Model[] = [];
  const sink: Sink = {
    open: () => ({
      write: (events) => {
        for (const event of events) if (event.type === 'model') models.push(event.model);
        return Promise.resolve();
      },
      commit: () => Promise.resolve([]),
      abort: () => Promise.resolve([]),
    }),
  };
  const networks = openNetworks({ mode: 'offline', env: {}, recordingsDir });
  const manifest = await run({ networks, datasets: ['raw'], sinks: [sink], out: '/nowhere' });
  return { models, manifest };
}
