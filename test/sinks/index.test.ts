import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { baselines } from '../../src/sinks/baselines.js';
import { changes } from '../../src/sinks/changes.js';
import { changesFeed } from '../../src/sinks/changesFeed.js';
import { deadLetters } from '../../src/sinks/deadLetters.js';
import { sinks } from '../../src/sinks/index.js';
import { history } from '../../src/sinks/history.js';
import { jsonLines } from '../../src/sinks/jsonLines.js';
import { manifest } from '../../src/sinks/manifest.js';
import { modelRegistry } from '../../src/sinks/modelRegistry.js';
import { priceFiles } from '../../src/sinks/priceFiles.js';
import { providerFiles } from '../../src/sinks/providerFiles.js';
import type { RunPlan, Sink } from '../../src/sinks/sink.js';
import { aPlan } from './plan.js';

const known = {
  ...{ jsonLines, providerFiles, priceFiles, deadLetters, baselines, modelRegistry },
  ...{ history, changes, changesFeed, manifest },
};
const names = new Map<Sink, string>(Object.entries(known).map(([name, sink]) => [sink, name]));
const openedFor = (more: Partial<RunPlan>): (string | undefined)[] =>
  sinks.filter((sink) => sink.open(aPlan('/nowhere', more))).map((sink) => names.get(sink));

const changed = ['changes', 'changesFeed'];
const stdout = { stream: new PassThrough(), dataset: 'raw' } as const;

describe('the sinks of a run', () => {
  it.each<[string, Partial<RunPlan>, string[]]>([
    [
      'that reads everything',
      {},
      ['providerFiles', 'priceFiles', 'deadLetters', 'baselines', 'modelRegistry', 'history', ...changed, 'manifest'],
    ],
    [
      'that only downloads',
      { datasets: ['raw'] },
      ['providerFiles', 'priceFiles', 'deadLetters', 'baselines', 'manifest'],
    ],
    [
      'that only joins what is there',
      { datasets: ['enriched'] },
      ['providerFiles', 'priceFiles', 'deadLetters', 'baselines', 'modelRegistry', 'history', ...changed, 'manifest'],
    ],
    ['that reads price lists alone', { datasets: [] }, ['priceFiles', 'deadLetters', 'baselines']],
    ['to stdout', { stdout }, ['jsonLines']],
    ['that is dry', { dryRun: true }, []],
    ['that is dry, to stdout', { dryRun: true, stdout }, []],
  ])('%s are those, in that order', (_, plan, expected) => expect(openedFor(plan)).toEqual(expected));
});
