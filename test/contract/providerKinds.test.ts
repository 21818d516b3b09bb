import { lastValueFrom } from 'rxjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { providerFile } from '../../src/model/providerFile.js';
import type { Model } from '../../src/model/model.js';
import { knownSources } from '../../src/read/knownSources.js';
import { openNetworks } from '../../src/read/networks.js';
import { catalogKind } from '../../src/sources/catalog/providerKinds.js';
import type { Source } from '../../src/sources/define.js';
import { sources } from '../../src/sources/index.js';
import { aProviderFile } from '../builders.js';
import { recordingsDir } from '../sources/harness.js';
import { offlineRun } from './offlineRun.js';

describe('what a provider is to the models that it sells', () => {
  let known: readonly Source[];
  let models: readonly Model[];
  beforeAll(async () => {
    known = await lastValueFrom(knownSources(openNetworks({ mode: 'offline', env: {}, recordingsDir })));
    models = (await offlineRun()).models;
  }, 120_000);

  it('is said by every adapter, and known of nearly all providers of the catalog', () => {
    expect(sources.filter(({ providerKind }) => providerKind === null)).toEqual([]);
    const silent = known.filter(({ providerKind }) => providerKind === null).map(({ id }) => id);
    expect(silent.length).toBeLessThan(known.length / 50);
  });

  it('is no host where most models are of labs that publish no weights: it would pass the calls on', () => {
    const closed = /claude|gemini|\bgpt-[345]/i;
    const shareOf = (id: string) => {
      const own = models.filter(({ provider }) => provider === id);
      return own.filter((model) => closed.test(model.id)).length / Math.max(1, own.length);
    };
    const hosts = known.filter(({ providerKind }) => providerKind === 'host').map(({ id }) => id);
    expect(hosts.filter((id) => shareOf(id) > 0.5)).toEqual([]);
  });

  it('is null in a file of an earlier version, which is read all the same', () => {
    const { id, name, docs, env } = aProviderFile().provider;
    const earlier = { ...aProviderFile(), provider: { id, name, docs, env } };
    expect(providerFile.parse(earlier).provider).toEqual({ id, name, docs, env, kind: null });
  });

  it.each([
    ['some-coding-plan', 'plan'],
    ['some-token-plan-eu', 'plan'],
    ['some-pass', 'plan'],
    ['planet', null],
    ['openrouter-planner', null],
    ['302ai', 'gateway'],
    ['zhipuai', 'lab'],
  ])('of the catalog: %s is %s', (id, kind) => expect(catalogKind(id)).toBe(kind));
});
