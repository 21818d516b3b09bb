import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/model/events.js';
import type { RunPlan } from '../../src/sinks/sink.js';
import { modelRegistry } from '../../src/sinks/modelRegistry.js';
import { providerFiles } from '../../src/sinks/providerFiles.js';
import { aModel, completed, modelRead, started } from '../builders.js';
import { anEnd, aPlan, opened } from './plan.js';
import { filesIn, readText, temporaryFolder } from './temporaryFolder.js';

const readJson = async (dir: string, path: string): Promise<unknown> => JSON.parse(await readText(dir, path));
const identity = (key: string, more: object = {}) => ({ key, line: key, facets: {}, ...more });
const offer = (provider: string, id: string, key: string | null): Event => {
  const model = aModel(id, {
    provider,
    model:
      key === null
        ? { key, line: null, facets: {}, why: 'a router' }
        : identity(key, { facets: id.includes('fp8') ? { quantization: 'fp8' } : {} }),
  });
  return modelRead(model);
};

async function runInto(
  dir: string,
  provider: string,
  offers: readonly Event[],
  plan: Partial<RunPlan> = {},
): Promise<void> {
  const whole = aPlan(dir, plan);
  const end = completed({}, { source: provider });
  const sinks = [providerFiles, modelRegistry].map((sink) => opened(sink, whole));
  for (const sink of sinks) await sink.write([started(provider), ...offers, end]);
  for (const sink of sinks) await sink.commit(anEnd());
}

describe('models.json', () => {
  it('holds the models behind the offers, by key, with the parts of their names and all who sell them', async () => {
    const dir = await temporaryFolder();
    await runInto(dir, 'acme', [
      offer('acme', 'llama-3.3-70b-fp8', 'meta/llama-3.3-70b-instruct'),
      offer('acme', 'auto', null),
      offer('acme', 'gpt-4o', 'openai/gpt-4o'),
      offer('acme', 'Llama 3.3 70B', 'meta/llama-3.3-70b-instruct'),
    ]);
    expect(await readJson(dir, 'models.json')).toEqual({
      schemaVersion: 2,
      models: [
        {
          ...{ key: 'meta/llama-3.3-70b-instruct', line: 'meta/llama-3.3-70b-instruct', lab: 'meta' },
          ...{ family: 'llama', version: '3.3', size: '70b', variant: 'instruct', snapshots: [] },
          ids: ['Llama 3.3 70B', 'llama-3.3-70b-fp8'],
          offers: [
            { provider: 'acme', id: 'Llama 3.3 70B', facets: {} },
            { provider: 'acme', id: 'llama-3.3-70b-fp8', facets: { quantization: 'fp8' } },
          ],
        },
        expect.objectContaining({ key: 'openai/gpt-4o', family: 'gpt', version: '4o', size: null, variant: null }),
      ],
    });
  });

  it('keeps the offers of providers that the run did not read', async () => {
    const dir = await temporaryFolder();
    await runInto(dir, 'acme', [offer('acme', 'a', 'lab/a')]);
    await runInto(dir, 'beta', [offer('beta', 'b', 'lab/a')]);
    expect(await readJson(dir, 'models.json')).toMatchObject({
      models: [{ key: 'lab/a', offers: [{ provider: 'acme' }, { provider: 'beta' }] }],
    });
    await runInto(dir, 'acme', [offer('acme', 'c', 'lab/c')]);
    expect(await readJson(dir, 'models.json')).toMatchObject({
      models: [{ key: 'lab/a', offers: [{ provider: 'beta' }] }, { key: 'lab/c' }],
    });
  });

  it.each<[string, Partial<RunPlan>]>([
    ['only downloads', { datasets: ['raw'] }],
    ['is dry', { dryRun: true }],
  ])('is not written by a run that %s', async (_, plan) => {
    expect(modelRegistry.open(aPlan('/nowhere', plan))).toBeUndefined();
    expect(await filesIn(await temporaryFolder())).toEqual([]);
  });
});
