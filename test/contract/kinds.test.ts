import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Cost, Tier } from '../../src/model/cost.js';
import type { Model } from '../../src/model/model.js';
import { type RecordedResponse, recordingMeta } from '../../src/read/recordingMeta.js';
import type { Endpoint } from '../../src/sources/define.js';
import { sources } from '../../src/sources/index.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { modeFor } from '../../src/sources/reading/modeFor.js';
import { recordingsDir } from '../sources/harness.js';
import { askedOffline, inFolder } from './askedOffline.js';
import { offlineRun, type OfflineRun } from './offlineRun.js';
import { recordedEndpoints, reread } from './recorded.js';

const all: readonly { readonly id: string; readonly endpoints: readonly Endpoint<unknown, never>[] }[] = [
  ...sources,
  ...priceLists,
] as never;

let models: OfflineRun['models'];
let manifest: OfflineRun['manifest'];
beforeAll(async () => {
  ({ models, manifest } = await offlineRun());
});

const named = ({ provider, id }: Model): string => `${provider}/${id}`;
/** The day of the page on which the endpoint listed it. */
const dayOf = ({ provider, from }: Model): string =>
  manifest.providers[provider]?.sources[from['*'] ?? '']?.fetchedAt.slice(0, 10) ?? '';

/** What is recorded in a folder. */
const metaOf = (folder: string): readonly RecordedResponse[] => {
  const file = join(recordingsDir, folder, 'meta.json');
  return existsSync(file) ? recordingMeta.parse(JSON.parse(readFileSync(file, 'utf8'))).responses : [];
};

const newestDayOf = (responses: readonly RecordedResponse[]): string =>
  responses.map(({ recordedAt }) => recordedAt.slice(0, 10)).reduce((a, b) => (a > b ? a : b), '');

/** The prices of a model, its own and those of its tiers. */
const costsOf = ({ cost, tiers }: Model): { readonly [field in keyof Cost]?: Cost[field] | undefined }[] => [
  cost,
  ...tiers.map((tier: Tier) => tier.cost),
];

describe('price keys', () => {
  it('are all read, or left aside for a reason, at every recorded endpoint', async () => {
    const snapshots = await Promise.all(recordedEndpoints.map((recorded) => reread(recorded)));
    const faults = snapshots.map(
      ({ endpoint, unread }, i) => [recordedEndpoints[i]!.source.id, { endpoint, unread }] as const,
    );
    expect(faults.filter(([, { unread }]) => Object.keys(unread).length > 0)).toEqual([]);
  });

  it('are all read in a whole run, of providers that only a catalog has and of price lists too', () => {
    const runs = Object.entries({ ...manifest.providers, ...manifest.prices });
    expect(runs.flatMap(([id, { unread }]) => (Object.keys(unread).length > 0 ? [[id, unread]] : []))).toEqual([]);
  });

  it('are left aside with a reason in words, each', () => {
    const reasons = all.flatMap(({ id, endpoints }) =>
      endpoints.flatMap(({ name, ignores = {} }) =>
        Object.entries(ignores).map(([key, reason]) => ({ key: `${id} ${name} ${key}`, reason })),
      ),
    );
    expect(reasons.filter(({ reason }) => reason.trim().split(/\s+/).length < 3)).toEqual([]);
    expect(reasons.filter(({ key }) => key.endsWith(' *'))).toEqual([]);
  });
});

describe('the prices of a whole run', () => {
  it('are of many models: 8,000 of 180 providers at least', () => {
    expect(models.length).toBeGreaterThanOrEqual(8_000);
    expect(Object.keys(manifest.providers).length).toBeGreaterThanOrEqual(180);
  });

  it('by tokens are at most 1,000 USD per 1M, whatever the tier', () => {
    const dear = models.flatMap((model) =>
      costsOf(model).flatMap((cost) =>
        Object.entries(cost)
          .filter(([field, price]) => !field.startsWith('per') && typeof price === 'number' && price > 1)
          .map(([field, price]) => [named(model), field, price]),
      ),
    );
    expect(dear).toEqual([]);
  });

  it('of embeddings and rerankers are of what goes in, and so are their limits', () => {
    const some = models.filter(({ mode }) => mode === 'embedding' || mode === 'rerank');
    expect(some.length).toBeGreaterThanOrEqual(200);
    expect(some.filter((model) => costsOf(model).some(({ output }) => typeof output === 'number')).map(named)).toEqual(
      [],
    );
    expect(some.filter(({ limit }) => limit.output !== null).map(named)).toEqual([]);
  });

  it('of models that only draw are not among those of text', () => {
    const some = models.filter(({ mode, modalities }) => mode === 'image' && !modalities.output.includes('text'));
    expect(some.length).toBeGreaterThanOrEqual(200);
    expect(some.filter((model) => costsOf(model).some(({ output }) => typeof output === 'number')).map(named)).toEqual(
      [],
    );
  });

  it('of models that only sound are not among those of text', () => {
    const some = models.filter(({ modalities: { output } }) => output.length === 1 && output[0] === 'audio');
    expect(some.length).toBeGreaterThanOrEqual(50);
    expect(some.filter((model) => costsOf(model).some(({ output }) => typeof output === 'number')).map(named)).toEqual(
      [],
    );
  });

  it('of tiers hold under conditions of a form that can be checked', () => {
    // Such an issue is the condition as the adapter made it, as JSON; in words it is the provider who says none.
    const odd = models.filter(({ pricing }) =>
      pricing.issues.some(({ code, detail }) => code === 'unread-condition' && detail.startsWith('{')),
    );
    expect(odd.map((model) => [named(model), model.pricing.issues])).toEqual([]);
  });

  it('are free only where nothing above zero is stated', () => {
    const free = models.filter(({ pricing }) => pricing.status === 'free');
    expect(free.length).toBeGreaterThanOrEqual(50);
    expect(free.filter((model) => costsOf(model).some((cost) => Object.values(cost).some(Boolean))).map(named)).toEqual(
      [],
    );
  });
});

describe('the status of a model', () => {
  it('agrees with its dates: on the day of its page, and retired by the newest page of its provider at the latest', () => {
    const isPast = (date: string | null, model: Model) => date?.length === 10 && date <= dayOf(model);
    const isAhead = (date: string | null, { provider }: Model) =>
      date !== null && date > newestDayOf(metaOf(provider)).slice(0, date.length);
    const wrong = models.filter(
      (model) =>
        (isPast(model.retiresAt, model) && model.status !== 'retired') ||
        (isAhead(model.retiresAt, model) && model.status === 'retired') ||
        (isPast(model.deprecatedAt, model) && (model.status === null || model.status === 'active')),
    );
    expect(wrong.map((model) => [named(model), model.status, model.deprecatedAt, model.retiresAt])).toEqual([]);
    expect(models.filter(({ status }) => status === 'retired').length).toBeGreaterThanOrEqual(10);
    expect(models.filter(({ status }) => status === 'deprecated').length).toBeGreaterThanOrEqual(100);
  });
});

describe('recordings', () => {
  const folders = readdirSync(recordingsDir);
  it('answer the very addresses that are asked live', async () => {
    const asked = await Promise.all(
      all.flatMap(({ id, endpoints }) => endpoints.map((endpoint) => askedOffline(id, endpoint))),
    );
    const known = new Set(asked.flat());
    const idle = folders.flatMap((folder) =>
      metaOf(folder)
        .filter((one) => !known.has(inFolder(folder, one)))
        .map(({ url }) => [folder, url] as const),
    );
    expect(idle).toEqual([]);
  });

  it('are named in the list beside them, each', () => {
    const nameless = folders.flatMap((folder) => {
      const files = new Set(['meta.json', ...metaOf(folder).map(({ file }) => file)]);
      return readdirSync(join(recordingsDir, folder))
        .filter((file) => !files.has(file))
        .map((file) => `${folder}/${file}`);
    });
    expect(nameless).toEqual([]);
  });
});

describe('the mode of a model', () => {
  it('is unknown of fewer than 150 offers', () => {
    expect(models.filter(({ mode }) => mode === null).length).toBeLessThan(150);
  });

  it('is known of each that writes text in answer to text and has a context window', () => {
    const talks = models.filter(
      ({ modalities, limit }) =>
        limit.context !== null && modalities.input.includes('text') && modalities.output.includes('text'),
    );
    expect(talks.length).toBeGreaterThanOrEqual(5_000);
    expect(talks.filter(({ mode }) => mode === null).map(named)).toEqual([]);
  });

  it('is guessed as the providers say it of 39 of 40 models, and of 9 of 10 of each common mode', async () => {
    const snapshots = await Promise.all(recordedEndpoints.map((recorded) => reread(recorded)));
    const stated = snapshots.flatMap(({ items }) => items).filter(({ mode }) => mode !== null);
    const share = (some: readonly Model[]) =>
      some.filter((model) => modeFor(model) === model.mode).length / some.length;
    expect(stated.length).toBeGreaterThanOrEqual(4_000);
    expect(share(stated)).toBeGreaterThanOrEqual(0.975);
    for (const mode of ['chat', 'embedding', 'rerank', 'image', 'video', 'speech', 'transcription'])
      expect([mode, share(stated.filter((model) => model.mode === mode)) >= 0.9]).toEqual([mode, true]);
  });
});
