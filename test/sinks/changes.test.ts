import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../src/changes/changesBetween.js';
import { feedOf } from '../../src/changes/feedOf.js';
import type { Change } from '../../src/model/change.js';
import type { Model } from '../../src/model/model.js';
import type { Origins } from '../../src/model/origin.js';
import { changes } from '../../src/sinks/changes.js';
import { changesFeed } from '../../src/sinks/changesFeed.js';
import { providerFiles } from '../../src/sinks/providerFiles.js';
import type { RunPlan } from '../../src/sinks/sink.js';
import { tee } from '../../src/sinks/tee.js';
import { anOrigin, aPricing, completed, failed, modelRead, started } from '../builders.js';
import { aFile, anOffer, reread } from '../changes/tables.js';
import { linesOf } from '../cli/ratecard.js';
import { anEnd, aPlan, aProviderRun, aSummary, opened } from './plan.js';
import { filesIn, readText, temporaryFolder } from './temporaryFolder.js';

const dayOf = (day: number): string => `2026-10-0${day}T00:00:00.000Z`;

interface Runs {
  readonly plan?: Partial<RunPlan>;
  /** When the pages were fetched, where it is not the day of the run. */
  readonly fetched?: number;
  /** Those of price lists. */
  readonly pages?: Origins;
  readonly end?: 'commit' | 'abort' | 'fail';
}

/** A run of a day that reads these offers of acme, or of another provider. */
async function runInto(
  dir: string,
  day: number,
  models: readonly Model[],
  { plan = {}, fetched = day, pages = {}, end = 'commit' }: Runs = {},
  source = models[0]?.provider ?? 'acme',
): Promise<void> {
  const whole = aPlan(dir, { startedAt: new Date(dayOf(day)), since: dayOf(day - 1), ...plan });
  const sink = tee([providerFiles, changes, changesFeed].flatMap((one) => one.open(whole) ?? []));
  const page = { fetchedAt: dayOf(fetched), sha256: `of ${fetched}` };
  await sink.write([started(source)]);
  const last =
    end === 'fail'
      ? failed({ source })
      : completed({ ...page, sources: { api: anOrigin(page), ...pages } }, { source });
  await sink.write([...models.map((model) => modelRead(model)), last]);
  if (end === 'abort') await sink.abort();
  else {
    await sink.commit(anEnd({ summary: aSummary({ providers: { [source]: aProviderRun() } }) }));
    await writeFile(join(dir, 'run.json'), '{}');
  }
}

const linesIn = async (dir: string): Promise<Change[]> => linesOf<Change>(await readText(dir, 'changes.jsonl'));
const written = async (dir: string) => (await filesIn(dir)).filter((path) => path.startsWith('changes'));

describe('changes.jsonl', () => {
  it('is not there after the first run, nor after one that changed nothing', async () => {
    const dir = await temporaryFolder();
    await runInto(dir, 1, [anOffer('m', 1)]);
    await runInto(dir, 2, [anOffer('m', 1)]);
    expect(await written(dir)).toEqual([]);
  });

  it('grows by a line a change, those of earlier runs stay as they are, and the feed grows with it', async () => {
    const dir = await temporaryFolder();
    await runInto(dir, 1, [anOffer('m', 1)]);
    await runInto(dir, 2, [anOffer('m', 2)]);
    const first = await readText(dir, 'changes.jsonl');
    await runInto(dir, 3, [anOffer('m', 2)]);
    expect(await readText(dir, 'changes.jsonl')).toBe(first);
    await runInto(dir, 4, [anOffer('m', 3), anOffer('n', 1)]);
    expect((await readText(dir, 'changes.jsonl')).startsWith(first)).toBe(true);
    expect(await linesIn(dir)).toMatchObject([
      { run: dayOf(2), since: dayOf(1), kind: 'price', before: 1, after: 2, percent: 100 },
      { run: dayOf(4), since: dayOf(3), kind: 'price', before: 2, after: 3, percent: 50 },
      { run: dayOf(4), since: dayOf(3), kind: 'offer-new', id: 'n' },
    ]);
    expect((await readText(dir, 'changes.xml')).match(/<entry>/g)).toHaveLength(2);
  });

  it('tells a provider that is new where others were before, and nothing of those that the run did not read', async () => {
    const dir = await temporaryFolder();
    await runInto(dir, 1, [anOffer('m', 1)]);
    await runInto(dir, 2, [anOffer('b', 1, { provider: 'beta' })]);
    expect(await linesIn(dir)).toMatchObject([{ kind: 'provider-new', provider: 'beta', id: null, after: 1 }]);
    expect(await linesIn(dir)).toHaveLength(1);
  });

  it('is not there as long as no run came to its end', async () => {
    const dir = await temporaryFolder();
    await runInto(dir, 1, [anOffer('m', 1)], { end: 'abort' });
    await runInto(dir, 2, [anOffer('b', 1, { provider: 'beta' })]);
    expect(await written(dir)).toEqual([]);
  });

  it('says nothing of a reading that is older than what stood there, such as a recording', async () => {
    const dir = await temporaryFolder();
    await runInto(dir, 5, [anOffer('m', 1)]);
    await runInto(dir, 6, [anOffer('m', 2)], { fetched: 3 });
    expect(await written(dir)).toEqual([]);
  });

  it('says nothing of a price on an older copy of its page, and all of one on another page', async () => {
    const listed = (input: number, page = 'prices/litellm/table') =>
      anOffer('m', input, { pricing: aPricing({ source: 'litellm', evidence: { endpoint: page, row: 0 } }) });
    const pages = (day: number) => ({
      'prices/litellm/table': anOrigin({ url: 'https://prices.example/', fetchedAt: dayOf(day) }),
      'prices/helicone/api': anOrigin({ url: 'https://others.example/', fetchedAt: dayOf(1) }),
    });
    const dir = await temporaryFolder();
    await runInto(dir, 5, [listed(1)], { pages: pages(5) });
    await runInto(dir, 6, [listed(2)], { pages: pages(4) });
    expect(await written(dir)).toEqual([]);
    await runInto(dir, 7, [listed(3, 'prices/helicone/api')], { pages: pages(4) });
    expect(await linesIn(dir)).toMatchObject([{ before: 2, after: 3 }]);
  });

  it.each<[string, Runs]>([
    ['that is broken off', { end: 'abort' }],
    ['in which the provider fails', { end: 'fail' }],
    ['that reads a part of each provider', { plan: { isCut: true } }],
    ['that only downloads', { plan: { datasets: ['raw'] } }],
    ['that is dry', { plan: { dryRun: true } }],
  ])('has no line of a run %s', async (_, how) => {
    const dir = await temporaryFolder();
    await runInto(dir, 1, [anOffer('m', 1)]);
    await runInto(dir, 2, [], how);
    expect(await written(dir)).toEqual([]);
  });

  it('has no line of a provider whose file before can not be read', async () => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, 'providers-enriched'));
    await writeFile(join(dir, 'providers-enriched/acme.json'), '{"half');
    await writeFile(join(dir, 'run.json'), '{}');
    await runInto(dir, 2, [anOffer('m', 1)]);
    expect(await written(dir)).toEqual([]);
  });

  it('keeps a line that was cut off, which costs neither the others nor the feed', async () => {
    const dir = await temporaryFolder();
    await runInto(dir, 1, [anOffer('m', 1)]);
    await runInto(dir, 2, [anOffer('m', 2)]);
    await appendFile(join(dir, 'changes.jsonl'), '{"run":"2026');
    await runInto(dir, 3, [anOffer('m', 3)]);
    const lines = (await readText(dir, 'changes.jsonl')).split('\n');
    expect(lines[1]).toBe('{"run":"2026');
    expect(JSON.parse(lines[2]!)).toMatchObject({ run: dayOf(3), before: 2, after: 3 });
    expect((await readText(dir, 'changes.xml')).match(/<entry>/g)).toHaveLength(2);
  });
});

it('the feed reads of the lines so many as it tells, whatever stands before them', async () => {
  const dir = await temporaryFolder();
  const runs = Array.from({ length: 150 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString());
  const [change] = changesBetween([aFile([anOffer('m', 1)])], [reread([anOffer('m', 2)])]);
  const all = runs.flatMap((run): Change[] => [
    { ...change!, run },
    { ...change!, run, kind: 'limit' },
  ]);
  const lines = all.map((one) => JSON.stringify(one));
  await writeFile(join(dir, 'changes.jsonl'), lines.with(9, '{"half').join('\n'));
  const written = [{ path: 'changes.jsonl', sha256: '' }];
  await opened(changesFeed, aPlan(dir)).commit(anEnd({ files: written }));
  expect(await readText(dir, 'changes.xml')).toBe(feedOf(all));
});

it('both are opened by a run that leaves enriched files', () => {
  expect(opened(changes, aPlan('/nowhere'))).toBeDefined();
  expect(changesFeed.open(aPlan('/nowhere', { datasets: ['raw'] }))).toBeUndefined();
});
