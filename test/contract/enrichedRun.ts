import type { Event } from '../../src/model/events.js';
import type { Model } from '../../src/model/model.js';
import type { Origins } from '../../src/model/origin.js';
import type { ProviderFile } from '../../src/model/providerFile.js';
import { groupBy } from '../../src/identity/groupBy.js';
import { openNetworks } from '../../src/read/networks.js';
import { run } from '../../src/run.js';
import { fileOf } from '../../src/sinks/providerFiles.js';
import { onceForAll } from './onceForAll.js';
import { recordingsDir } from '../sources/harness.js';

/** A model of a run, as it was read and with its price settled, and the pages that the two name. */
export interface Enriched {
  readonly model: Model;
  readonly enriched: Model;
  readonly sources: Origins;
}

let known: Promise<readonly Event[]> | undefined;

/** All events of a run over all sources that only has the recordings; it runs once, whoever asks, in whatever worker. */
const events = (): Promise<readonly Event[]> => (known ??= onceForAll('enriched', runOnce));

/** All models of that run. */
export const enrichedRun = async (): Promise<readonly Enriched[]> =>
  (await events()).filter((event) => event.type === 'model');

let table: Promise<readonly ProviderFile[]> | undefined;

/** The table that such a run writes: each provider's file, sorted by id. */
export const offlineTable = (): Promise<readonly ProviderFile[]> => (table ??= tableOnce());

async function tableOnce(): Promise<readonly ProviderFile[]> {
  const ofProviders = (await events()).filter(({ kind }) => kind === 'provider');
  return [...groupBy(ofProviders, ({ source }) => source).values()]
    .flatMap((own) => {
      const started = own.find((event) => event.type === 'started');
      const completed = own.find((event) => event.type === 'completed');
      const models = own.filter((event) => event.type === 'model').map(({ enriched }) => enriched);
      return started && completed ? [fileOf(started, completed, models)] : [];
    })
    .sort((a, b) => (a.provider.id < b.provider.id ? -1 : 1));
}

async function runOnce(): Promise<readonly Event[]> {
  const all: Event[] = [];
  const networks = openNetworks({ mode: 'offline', env: {}, recordingsDir });
  await run({
    networks,
    dryRun: true,
    out: '/nowhere',
    sinks: [
      {
        open: () => ({
          write: (some) => {
            all.push(...some.filter(({ type }) => type !== 'price'));
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
