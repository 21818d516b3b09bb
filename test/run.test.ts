import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { defer, filter, map, mergeMap, NEVER, Observable, of, Subject, tap, throwError, timer } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Retry } from '../src/model/activity.js';
import type { Event } from '../src/model/events.js';
import type { Page } from '../src/model/page.js';
import type { PriceRow } from '../src/model/price.js';
import type { Run } from '../src/model/run.js';
import { SourceError } from '../src/read/errors.js';
import { requestKey } from '../src/read/requestKey.js';
import type { Networks } from '../src/read/networks.js';
import type { Beside } from '../src/runOptions.js';
import { Interrupted, run, type RunOptions } from '../src/run.js';
import type { Sink } from '../src/sinks/sink.js';
import { modelsDev } from '../src/sources/catalog.js';
import type { PriceList } from '../src/sources/define.js';
import { givenList } from '../src/sources/prices/givenList.js';
import { priceLists } from '../src/sources/prices/index.js';
import { priceRows } from '../src/sources/prices/priceRows.js';
import {
  aList,
  aModel,
  anEndpoint,
  aNetwork,
  aPage,
  aPriceList,
  aPriceRow,
  aSnapshot,
  aSource,
  models,
} from './builders.js';
import { holdFolder } from '../src/store/holdFolder.js';
import { FolderInUse } from '../src/store/lock/folderInUse.js';
import { filesIn, readText, temporaryFolder } from './sinks/temporaryFolder.js';
import { written } from './written.js';

type Answers = Readonly<Record<string, Observable<Page>>>;

const listUrl = 'https://prices.example/api';
const rowsOf = (...ids: string[]) => ids.map((id) => ({ id }));
const answer = (rows: readonly unknown[]) => of(aList(rows));
const down = (says: string) => throwError(() => new SourceError('http', says));
const hanging = NEVER as Observable<Page>;

/** A network of these answers, without recordings, that notes what it is asked for. */
function networksOf(answers: Answers, asked: string[] = []): Networks {
  const { fetch, canUse } = aNetwork(answers);
  const network = {
    fetch: (...[request]: Parameters<typeof fetch>) => {
      asked.push(request.url);
      return fetch(request, '');
    },
    canUse,
    isDown: false,
  };
  return { network, recordings: undefined, embedded: network, isOffline: false };
}

/** A provider whose list is at the address that is its id. */
const provider = (id: string) =>
  aSource({ id, name: id.toUpperCase(), endpoints: [anEndpoint({ requests: { list: { url: id } } })] });
const acme = provider('acme');
const beta = provider('beta');

const row = (model: string, cost: PriceRow['cost'] = { input: 0.001, output: 0.002 }, provider = 'ACME'): PriceRow =>
  aPriceRow(model, { provider, cost });

/** Two providers and a price list; of acme one row can't be read. */
const answers: Answers = {
  acme: answer([{ id: 'm1' }, { id: 7 }, { id: 'm2' }]),
  beta: answer(rowsOf('b1')),
  [listUrl]: answer([row('m1'), row('m2', { input: -1 })]),
};
const everything = { sources: [acme, beta], lists: [aPriceList()] } as const;

const allFiles = [
  'baselines.json',
  'history/prices.jsonl',
  'models.json',
  'prices/acme-prices.json',
  'providers-enriched/acme.json',
  'providers-enriched/beta.json',
  'providers/acme.json',
  'providers/beta.json',
  'rejected.jsonl',
  'run.json',
];

/** Of a run that joins nothing. */
const rawFiles = allFiles.filter((path) => !/^(providers-enriched|history|models\.json)/.test(path));

const runInto = (out: string, more: RunOptions = {}): Promise<Run> =>
  run({ networks: networksOf(answers), ...everything, out, minConfidence: 0, bodies: false, ...more });

/** A folder of the running test's own that is not there. */
const nowhere = async (): Promise<string> => join(await temporaryFolder(), 'data');

const readJson = async (dir: string, path: string): Promise<unknown> => JSON.parse(await readText(dir, path));

/** The bytes of all files in a folder. */
const bytesIn = async (dir: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all((await filesIn(dir)).map(async (path) => [path, await readText(dir, path)] as const)),
  );

/** A page that never comes: `asked` resolves when it is waited for, `isAborted` says that it no longer is. */
function waiting() {
  let wait: () => void = () => undefined;
  const state = { isAborted: false, asked: new Promise<void>((resolve) => (wait = resolve)) };
  const page = new Observable<Page>(() => {
    wait();
    return () => (state.isAborted = true);
  });
  return { page, state };
}

/** A subject that fires when a source has completed, and not before `ready`. */
function stopAfter(source: string, ready: Promise<void> = Promise.resolve()) {
  const stop = new Subject<void>();
  const watch = (events: Observable<Event>) =>
    events.pipe(
      filter((event) => event.type === 'completed' && event.source === source),
      mergeMap(() => ready),
      tap(() => stop.next()),
    );
  return { stop, watch };
}

describe('a run', () => {
  it('leaves the files of its sources, what was rejected, the baselines, and the manifest', async () => {
    const dir = await temporaryFolder();
    await runInto(dir);
    expect(await filesIn(dir)).toEqual(allFiles);
    expect(await readJson(dir, 'providers/acme.json')).toMatchObject({
      provider: { id: 'acme', name: 'ACME' },
      models: [
        { id: 'm1', cost: { input: null }, pricing: { status: 'unknown' } },
        { id: 'm2', cost: { input: null } },
      ],
    });
    expect(await readJson(dir, 'providers-enriched/acme.json')).toMatchObject({
      models: [
        { id: 'm1', cost: { input: 0.001, output: 0.002 }, pricing: { status: 'priced', source: 'acme-prices' } },
        {
          id: 'm2',
          cost: { input: null },
          pricing: {
            status: 'quarantined',
            source: null,
            issues: [{ code: 'not-priced' }, { code: 'negative-price' }],
          },
        },
      ],
    });
    expect(await readJson(dir, 'prices/acme-prices.json')).toMatchObject({ source: 'acme-prices', rows: [{}, {}] });
    expect(JSON.parse(await readText(dir, 'rejected.jsonl'))).toMatchObject({ source: 'acme', row: { id: 7 } });
    expect(Object.keys((await readJson(dir, 'baselines.json')) as object)).toEqual([
      'acme',
      'beta',
      'prices/acme-prices',
    ]);
  });

  it('gives the manifest that it leaves, with the hash of each file', async () => {
    const dir = await temporaryFolder();
    const told = await runInto(dir, { given: { limit: 3 } });
    expect(await readJson(dir, 'run.json')).toEqual(told);
    const sha256 = async (path: string) =>
      createHash('sha256')
        .update(await readText(dir, path))
        .digest('hex');
    const paths = allFiles.filter((path) => path !== 'run.json');
    expect(told.files).toEqual(
      Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await sha256(path)]))),
    );
    expect(told).toMatchObject({
      options: { limit: 3 },
      providers: { acme: { status: 'fresh', rows: 3, models: 2, rejected: 1 }, beta: { models: 1 } },
      prices: { 'acme-prices': { status: 'fresh', prices: 2 } },
      outcomes: { acme: 'fresh', beta: 'fresh' },
      matches: { exact: 1 },
      quarantined: [{ model: 'acme/m2', witness: 'acme-prices', row: 'ACME/m2', code: 'negative-price' }],
      totals: {
        ...{ models: 3, rejected: 1, prices: { priced: 1, unknown: 1, quarantined: 1 } },
        sources: { 'acme-prices': 1 },
      },
    });
  });

  it('leaves the same bytes however many sources it reads at a time, the manifest aside', async () => {
    const [one, two] = [await temporaryFolder(), await temporaryFolder()];
    await runInto(one, { concurrency: 1 });
    await runInto(two, { sources: [beta, acme] });
    for (const dir of [one, two]) await rm(join(dir, 'run.json'));
    expect(await bytesIn(two)).toEqual(await bytesIn(one));
  });

  it('tells when what happened to each source, also to one that can not be read', async () => {
    const retries = new Subject<Retry>();
    const slow = defer(() => {
      const at = Date.now() + 10;
      retries.next({ request: requestKey({ url: 'acme' }), attempt: 2, attempts: 4, at, why: 'answered 503' });
      return timer(20).pipe(map(() => aList(rowsOf('m1'))));
    });
    const known = networksOf({ ...answers, acme: slow, beta: timer(5).pipe(mergeMap(() => down('no'))) });
    const networks = { ...known, network: { ...known.network, retries } };
    const told = await run({ out: await temporaryFolder(), networks, ...everything, concurrency: 1 });
    const [first, second] = ['acme', 'beta'].map((id) => told.providers[id]?.times);
    const [[from, to] = [0, 0]] = first?.fetching ?? [];
    expect(to - from).toBeGreaterThanOrEqual(18);
    expect(second?.fetching[0]?.[0]).toBeGreaterThanOrEqual(to);
    expect(first?.retrying).toHaveLength(1);
    expect(first?.retrying[0]?.[1]).toBeLessThanOrEqual(to);
    expect(second?.retrying).toEqual([]);
    for (const { times } of [...Object.values(told.providers), ...Object.values(told.prices)])
      // Of another clock, in whole ms.
      expect(times?.endedMs).toBeLessThanOrEqual(told.ms + 2);
    expect(retries.observed).toBe(false);
  });

  it('tells of a source that can not be read, and reads the others', async () => {
    const dir = await temporaryFolder();
    const told = await runInto(dir, { networks: networksOf({ ...answers, acme: down('acme answered 503') }) });
    expect(told).toMatchObject({
      providers: { acme: { status: 'failed', error: 'acme answered 503', models: 0 }, beta: { status: 'fresh' } },
      outcomes: { acme: 'failed', beta: 'fresh' },
    });
    expect(await filesIn(dir)).toEqual(allFiles.filter((path) => !/\/acme\.json$|^history/.test(path)));
  });

  it('without a price list leaves the models as they are', async () => {
    const dir = await temporaryFolder();
    const told = await runInto(dir, { networks: networksOf({ ...answers, [listUrl]: down('no prices today') }) });
    expect(told.prices).toMatchObject({ 'acme-prices': { status: 'failed', error: 'no prices today' } });
    expect(await readJson(dir, 'providers-enriched/acme.json')).toEqual(await readJson(dir, 'providers/acme.json'));
  });

  it('lets a price row that can not be read cost nothing but itself', async () => {
    const dir = await temporaryFolder();
    const [endpoint] = aPriceList().endpoints;
    const fail = (): never => {
      throw new TypeError('no such unit');
    };
    const normalize = (price: unknown) => ((price as PriceRow).model === 'm2' ? fail() : (price as PriceRow));
    const told = await runInto(dir, {
      networks: networksOf({ ...answers, [listUrl]: answer([row('m1'), row('m2'), row('m3')]) }),
      lists: [aPriceList({ endpoints: [{ ...endpoint!, normalize }] })],
    });
    expect(told.prices['acme-prices']).toMatchObject({ status: 'fresh', rows: 3, prices: 2, rejected: 1 });
    const letters = (await readText(dir, 'rejected.jsonl')).trim().split('\n');
    expect(letters.map((line): unknown => JSON.parse(line))).toMatchObject([
      { source: 'acme', kind: 'provider' },
      { source: 'acme-prices', kind: 'prices', stage: 'normalize', reason: 'no such unit', row: { model: 'm2' } },
    ]);
    expect(told.totals.prices).toEqual({ priced: 1, unknown: 2 });
  });

  it('asks for each address once, and for no price list where none is wanted', async () => {
    const dir = await temporaryFolder();
    const asked: string[] = [];
    await run({
      bodies: false,
      networks: networksOf(answers, asked),
      sources: everything.sources,
      datasets: ['raw'],
      out: dir,
    });
    expect(asked.sort()).toEqual(['acme', 'beta']);
    expect(await filesIn(dir)).toEqual(rawFiles.filter((path) => !path.startsWith('prices')));
  });
});

describe('what a run reads', () => {
  const dry = async () => ({ dryRun: true, out: await nowhere() });

  it('is joined with no price list where only raw models are wanted, whatever lists are read beside', async () => {
    const dir = await temporaryFolder();
    const told = await runInto(dir, { datasets: ['raw'] });
    expect(told).toMatchObject({
      prices: { 'acme-prices': { status: 'fresh', prices: 2 } },
      matches: {},
      totals: { prices: { unknown: 3 }, sources: {} },
    });
    expect(await filesIn(dir)).toEqual(rawFiles);
  });

  it('is every price list where none is named, and models come without them', async () => {
    const asked: string[] = [];
    const told = await run({ networks: networksOf(answers, asked), sources: [acme], ...(await dry()) });
    const urls = priceLists.flatMap(({ endpoints }) =>
      endpoints.flatMap(({ requests }) => Object.values(requests).flatMap((ask) => ask.requests.map(({ url }) => url))),
    );
    expect(asked).toEqual(expect.arrayContaining(['acme', 'https://helicone.ai/api/llm-costs']));
    expect(asked.sort()).toEqual([...new Set(['acme', ...urls])].sort());
    for (const { id } of priceLists) expect(told.prices).toMatchObject({ [id]: { status: 'failed' } });
    expect(told.totals.models).toBe(2);
  });

  it('is every provider where none is named, with those that only today’s catalog has', async () => {
    const catalogOf = (...ids: string[]) =>
      of(aPage(JSON.stringify(Object.fromEntries(ids.map((id) => [id, { models: { m: { id: 'm' } } }])))));
    const today = networksOf({ [modelsDev.url]: catalogOf('zeta-of-old', 'zeta-of-today') });
    const embedded = networksOf({ [modelsDev.url]: catalogOf('zeta-of-old') }).network;
    let planned = 0;
    const told = await run({
      networks: { ...today, embedded },
      datasets: ['raw'],
      watch: (_, count) => {
        planned = count;
        return of();
      },
      ...(await dry()),
    });
    const read = Object.keys(told.providers);
    expect(read).toEqual(expect.arrayContaining(['anthropic', 'openai', 'zeta-of-old', 'zeta-of-today']));
    expect(read).toHaveLength(planned + 1);
    expect(told.totals.models).toBe(2);
  });

  it('is what `read` gives in place of a source', async () => {
    const asked: string[] = [];
    const told = await run({
      networks: networksOf(answers, asked),
      ...{ ...everything, minConfidence: 0 },
      read: ({ id }) => of(aSnapshot({ items: [aModel('m1', { provider: id }), aModel('x', { provider: id })] })),
      ...(await dry()),
    });
    expect(asked).toEqual([listUrl]);
    expect(told.totals.models).toBe(4);
    expect(told.matches).toEqual({ exact: 1 });
  });

  it('is shown as it comes, with how many sources are planned, and what each asks', async () => {
    const seen: unknown[] = [];
    const doing: string[] = [];
    await run({
      networks: networksOf(answers),
      ...everything,
      watch: (events, planned, { sources, concurrency, activity }) => {
        expect([sources.length, concurrency]).toEqual([planned, 5]);
        activity.subscribe(({ type, kind, source }) => doing.push(`${type} ${kind} ${source}`));
        seen.push(planned);
        return events.pipe(tap(({ type, source }) => seen.push(`${type} ${source}`)));
      },
      ...(await dry()),
    });
    expect(seen[0]).toBe(3);
    expect(seen.slice(1).sort()).toEqual([
      'completed acme',
      'completed acme-prices',
      'completed beta',
      'model acme',
      'model acme',
      'model beta',
      'price acme-prices',
      'price acme-prices',
      'rejected acme',
      'started acme',
      'started acme-prices',
      'started beta',
    ]);
    expect(doing).toEqual(
      expect.arrayContaining(['asked provider acme', 'answered provider acme', 'asked prices acme-prices']),
    );
  });
});

describe('a run after others', () => {
  it('knows how long each source took', async () => {
    const out = await temporaryFolder();
    const { providers } = await runInto(out);
    let lastMs: unknown;
    const watch = (_: unknown, __: number, { sources }: Beside) => {
      lastMs = sources.find(({ kind, source }) => kind === 'provider' && source === 'acme')?.lastMs;
      return of();
    };
    await runInto(out, { watch });
    expect(lastMs).toBe(providers['acme']?.ms);
  });

  it('that reads the same leaves the same models', async () => {
    const dir = await temporaryFolder();
    await runInto(dir);
    const before = await bytesIn(dir);
    expect(await runInto(dir)).toMatchObject({ providers: { acme: { status: 'unchanged' } } });
    const unlike = Object.entries(await bytesIn(dir)).filter(([path, bytes]) => bytes !== before[path]);
    expect(unlike.map(([path]) => path)).toEqual(['run.json']);
  });

  it('goes by what they left where a source can not be read', async () => {
    const dir = await temporaryFolder();
    await runInto(dir);
    const before = await bytesIn(dir);
    const told = await runInto(dir, { networks: networksOf({ beta: answers['beta']! }) });
    expect(told).toMatchObject({
      providers: { acme: { status: 'stale', models: 2 }, beta: { status: 'unchanged' } },
      prices: { 'acme-prices': { status: 'stale', prices: 2 } },
      matches: { exact: 1 },
    });
    const after = await bytesIn(dir);
    for (const path of ['providers/acme.json', 'prices/acme-prices.json', 'rejected.jsonl'])
      expect(after[path]).toBe(before[path]);
  });

  it('from recordings owes them nothing', async () => {
    const dir = await temporaryFolder();
    await runInto(dir);
    const networks = { ...networksOf({ beta: answers['beta']! }), isOffline: true };
    expect(await runInto(dir, { networks })).toMatchObject({ providers: { acme: { status: 'failed', models: 0 } } });
  });

  it('knows how the providers ended that it does not read', async () => {
    const dir = await temporaryFolder();
    await runInto(dir);
    const told = await runInto(dir, { sources: [beta], networks: networksOf({}) });
    expect(told.outcomes).toEqual({ acme: 'fresh', beta: 'stale' });
    expect(Object.keys(told.providers)).toEqual(['beta']);
  });

  it('that reads price lists alone leaves their manifest as it is', async () => {
    const dir = await temporaryFolder();
    await runInto(dir);
    const before = await bytesIn(dir);
    const networks = networksOf({ [listUrl]: answer([row('m1'), row('m2')]) });
    const told = await runInto(dir, { sources: [], datasets: [], networks });
    expect(told).toMatchObject({ providers: {}, prices: { 'acme-prices': { status: 'fresh', prices: 2 } } });
    const unlike = Object.entries(await bytesIn(dir)).filter(([path, bytes]) => bytes !== before[path]);
    expect(unlike.map(([path]) => path)).toEqual(['baselines.json', 'prices/acme-prices.json']);
  });

  it('believes a price list that is given, however short beside the one given before', async () => {
    const dir = await temporaryFolder();
    const [long, short] = [answer(['m1', 'm2', 'm3', 'm4'].map((model) => row(model))), answer([row('m1')])];
    const given = (place: string): RunOptions => ({
      lists: [givenList(aPriceList(), place)],
      networks: networksOf({ ...answers, long, short }),
    });
    await runInto(dir, given('long'));
    expect((await runInto(dir, given('short'))).prices).toMatchObject({
      'acme-prices': { status: 'fresh', prices: 1 },
    });
  });
});

describe('a run that leaves no files', () => {
  it('is one that is dry: it gives the manifest and writes nothing, nor makes the folder', async () => {
    const dir = await temporaryFolder();
    const told = await runInto(join(dir, 'data'), { dryRun: true });
    expect(told).toMatchObject({ totals: { models: 3 }, prices: { 'acme-prices': { status: 'fresh' } }, files: {} });
    expect(await readdir(dir)).toEqual([]);
  });

  it('leaves those of earlier runs as they are', async () => {
    const dir = await temporaryFolder();
    await runInto(dir);
    const before = await bytesIn(dir);
    const networks = networksOf({ ...answers, acme: answer(rowsOf('m1', 'm2', 'n3')) });
    expect(await runInto(dir, { networks, dryRun: true })).toMatchObject({ providers: { acme: { status: 'fresh' } } });
    expect(await bytesIn(dir)).toEqual(before);
  });

  it.each([
    ['raw', null],
    ['enriched', 0.001],
  ] as const)(
    'is one to stdout: the %s models a line, and the manifest of an earlier run stays',
    async (dataset, input) => {
      const dir = await temporaryFolder();
      await runInto(dir);
      const before = await bytesIn(dir);
      const stream = new PassThrough();
      const told = await runInto(dir, { stdout: { stream, dataset }, concurrency: 1 });
      const lines = written(stream).trim().split('\n');
      expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
        { id: 'm1', provider: 'acme', cost: { input } },
        { id: 'm2', provider: 'acme' },
        { id: 'b1', provider: 'beta' },
      ]);
      expect(told).toMatchObject({ totals: { models: 3 }, files: {} });
      expect(await bytesIn(dir)).toEqual(before);
    },
  );

  it('writes no line in a dry run to stdout', async () => {
    const stream = new PassThrough();
    await runInto(await nowhere(), { stdout: { stream, dataset: 'raw' }, dryRun: true });
    expect(written(stream)).toBe('');
  });
});

describe('a run that is stopped', () => {
  const acmeFiles = ['providers-enriched/acme.json', 'providers/acme.json'];

  it('tells the files that were written, leaves no others, and aborts what it waits for', async () => {
    const dir = await temporaryFolder();
    const { page, state } = waiting();
    const networks = networksOf({ ...answers, beta: page });
    const options = { networks, lists: [], ...stopAfter('acme', state.asked) };
    const error: unknown = await runInto(dir, options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Interrupted);
    expect((error as Interrupted).files.map(({ path }) => path).sort()).toEqual(acmeFiles);
    expect(await filesIn(dir)).toEqual(acmeFiles);
    expect(state.isAborted).toBe(true);
  });

  it('leaves the manifest of an earlier run as it is', async () => {
    const dir = await temporaryFolder();
    await runInto(dir);
    const before = await readText(dir, 'run.json');
    const networks = networksOf({ ...answers, beta: hanging });
    await expect(runInto(dir, { networks, ...stopAfter('acme') })).rejects.toThrow(Interrupted);
    expect(await readText(dir, 'run.json')).toBe(before);
  });

  it('before it began asks for nothing', async () => {
    const dir = await temporaryFolder();
    const asked: string[] = [];
    await expect(runInto(dir, { networks: networksOf(answers, asked), stop: of('now') })).rejects.toMatchObject({
      name: 'Interrupted',
      files: [],
    });
    expect(asked).toEqual([]);
    expect(await filesIn(dir)).toEqual([]);
  });

  it('fails where `stop` does', async () => {
    const stop = throwError(() => new Error('torn'));
    await expect(runInto(await nowhere(), { stop })).rejects.toThrow('torn');
    const later = timer(0).pipe(mergeMap(() => stop));
    const networks = networksOf({ ...answers, beta: hanging });
    await expect(runInto(await nowhere(), { networks, stop: later })).rejects.toThrow('torn');
  }, 5_000);

  it.each([
    ['ends well', answers],
    ['is stopped', { ...answers, beta: hanging }],
  ])('lets go of `stop` where it %s', async (_, some) => {
    let listeners = 0;
    const stopped = stopAfter('acme');
    const stop = new Observable<unknown>((subscriber) => {
      listeners++;
      const heard = stopped.stop.subscribe(subscriber);
      return () => {
        listeners--;
        heard.unsubscribe();
      };
    });
    const watch = some === answers ? {} : { watch: stopped.watch };
    await runInto(await nowhere(), { networks: networksOf(some), stop, ...watch }).catch(() => undefined);
    expect(listeners).toBe(0);
  });

  it('hears of it also while it looks at what earlier runs left', async () => {
    const stop = new Subject<void>();
    const running = runInto(await temporaryFolder(), { stop });
    stop.next();
    await expect(running).rejects.toThrow(Interrupted);
  });
});

describe('a run whose sink fails', () => {
  /** A sink that notes what is asked of it. */
  function spy(more: Partial<ReturnType<Sink['open']>> = {}) {
    const log: string[] = [];
    const note = <Result>(what: string, result: Result): Promise<Result> => {
      log.push(what);
      return Promise.resolve(result);
    };
    const open = {
      write: () => note('write', undefined),
      commit: () => note('commit', []),
      abort: () => note('abort', []),
      ...more,
    };
    return { log, sink: { open: () => open } satisfies Sink };
  }
  const full = () => Promise.reject(new Error('no space left'));

  it('fails with its error, aborts the other sinks and what it waits for, and commits nothing', async () => {
    const { page, state } = waiting();
    const { log, sink } = spy();
    const sinks = [sink, spy({ write: () => state.asked.then(full) }).sink];
    const running = run({
      networks: networksOf({ ...answers, beta: page }),
      ...everything,
      out: await nowhere(),
      sinks,
    });
    await expect(running).rejects.toThrow('no space left');
    expect(log.at(-1)).toBe('abort');
    expect(log).not.toContain('commit');
    expect(state.isAborted).toBe(true);
  });

  it('in the commit fails with its error, and aborts all of them', async () => {
    const { log, sink } = spy();
    const sinks = [sink, spy({ commit: full }).sink];
    await expect(run({ networks: networksOf(answers), ...everything, out: await nowhere(), sinks })).rejects.toThrow(
      'no space left',
    );
    expect(log.slice(-2)).toEqual(['commit', 'abort']);
  });

  it('fails with the error that came first, also where the abort fails', async () => {
    const abort = () => Promise.reject(new Error('no such handle'));
    const sinks = [spy({ write: full, abort }).sink];
    await expect(run({ networks: networksOf(answers), ...everything, out: await nowhere(), sinks })).rejects.toThrow(
      'no space left',
    );
  });

  it.each([
    ['providers/acme.json', 'providers'],
    ['providers-enriched/acme.json', 'providers'],
    ['prices/acme-prices.json', 'prices'],
  ] as const)('that belongs to one source is the failure of that source alone: %s', async (path, kind) => {
    const dir = await temporaryFolder();
    const failing = path.replace(/.*\/|\.json/g, '');
    await mkdir(join(dir, path, 'inside'), { recursive: true });
    const told = await runInto(dir);
    expect(told[kind][failing]).toMatchObject({
      ...{
        status: 'failed',
        error: `EISDIR: ${join(dir, path)}: a folder has the name of a file: move it away, or choose another folder with --out`,
      },
      faults: [{ kind: 'file' }],
    });
    expect(told.providers['beta']).toMatchObject({ status: 'fresh', models: 1 });
    expect(await readJson(dir, 'run.json')).toEqual(told);
    expect(Object.values(told.totals.prices).reduce((sum, count) => sum + count, 0)).toBe(told.totals.models);
    const written = Object.keys(told.files);
    expect(written).toEqual((await filesIn(dir)).filter((file) => file !== 'run.json'));
    const isUnread = kind === 'providers' ? 'acme' : 'prices/acme-prices';
    expect(Object.keys((await readJson(dir, 'baselines.json')) as object)).not.toContain(isUnread);
    expect((await readText(dir, 'rejected.jsonl')) === '').toBe(kind === 'providers');
  });

  it.each(['rejected.jsonl', 'baselines.json'])(
    'that belongs to the run, %s, is its error after the manifest is written',
    async (path) => {
      const dir = await temporaryFolder();
      await mkdir(join(dir, path, 'inside'), { recursive: true });
      await expect(runInto(dir)).rejects.toMatchObject({ code: 'EISDIR' });
      expect(await readJson(dir, 'run.json')).toMatchObject({ providers: { acme: { status: 'fresh' } } });
    },
  );
});

describe('a defect in one adapter', () => {
  const broken = (): never => (undefined as unknown as { x: never }).x;
  const [good] = acme.endpoints;
  const list = { requests: [{ url: 'acme' }], gather: ([page]: readonly unknown[]) => page };
  it.each([
    ['rows', { ...good!, rows: broken }, 'failed'],
    ['the read of a page', { ...good!, requests: { list: { ...list, read: broken } } }, 'failed'],
    [
      'the next pages',
      { ...good!, requests: { list: { ...list, read: (page: Page) => page, next: broken } } },
      'failed',
    ],
    ['every normalize', { ...good!, normalize: broken }, 'failed'],
    ['every row', { ...good!, row: z.transform(broken) }, 'failed'],
    [
      'one row',
      { ...good!, row: z.transform((row) => ((row as { id: string }).id === 'm1' ? broken() : row)) },
      'fresh',
    ],
  ])('is the fault of that source, named, in %s', async (_, endpoint, status) => {
    const dir = await temporaryFolder();
    const source = { ...acme, endpoints: [endpoint as typeof good & object] };
    const told = await runInto(dir, { sources: [source, beta] });
    expect(told.providers).toMatchObject({ acme: { status }, beta: { status: 'fresh', error: null } });
    if (status === 'failed') expect(told.providers['acme']?.error).toMatch(/properties of undefined/);
    else expect(await readText(dir, 'rejected.jsonl')).toContain('properties of undefined');
    expect(await readJson(dir, 'run.json')).toEqual(told);
  });

  it('in what is made of all its records is that source’s as well', async () => {
    const told = await runInto(await temporaryFolder(), {
      sources: [{ ...acme, kind: { ...acme.kind, finish: broken } }, beta],
      lists: [{ ...aPriceList(), kind: { ...priceRows, finish: broken } }],
    });
    expect(told).toMatchObject({
      providers: { acme: { status: 'failed', faults: [{ kind: 'defect' }] }, beta: { status: 'fresh' } },
      prices: { 'acme-prices': { status: 'failed', faults: [{ kind: 'defect' }] } },
    });
  });
});

describe('rows that get lost on the way', () => {
  const dir = () => temporaryFolder();

  it.each([
    ['a model less than rows', { rows: 3, items: models(2) }],
    ['a model more than rows', { rows: 1, items: models(2) }],
    ['a dead letter that nobody sees', { rows: 3, items: models(2), rejected: 1 }],
  ])('end the run, and name the provider: %s', async (_, snapshot) => {
    const out = await dir();
    const read = () => of({ ...aSnapshot(), ...snapshot });
    await expect(runInto(out, { sources: [acme], lists: [], read })).rejects.toThrow(
      'rows were lost on the way (acme): a defect of ratecard, please report it',
    );
    expect(await readJson(out, 'run.json')).toMatchObject({
      providers: {
        acme: { error: expect.stringContaining('a defect of ratecard') as string, faults: [{ kind: 'defect' }] },
      },
    });
  });

  it('end the run as well where they are those of a price list', async () => {
    const out = await dir();
    const [endpoint] = aPriceList().endpoints;
    const list: PriceList = {
      ...aPriceList({ endpoints: [endpoint!, { ...endpoint!, name: 'more' }] }),
      kind: { ...priceRows, fill: (rows) => rows.slice(1) },
    };
    await expect(runInto(out, { lists: [list] })).rejects.toThrow('rows were lost on the way (acme-prices)');
    expect(await readJson(out, 'run.json')).toMatchObject({
      prices: { 'acme-prices': { faults: [{ kind: 'defect' }] } },
    });
  });

  it('are none where rows are kept, rejected, skipped or cut off by a limit', async () => {
    const kept = { ...aSnapshot({ items: models(3) }), rows: 4, skipped: 2, kept: { records: 1, prices: 0, facts: 0 } };
    const told = await runInto(await nowhere(), {
      sources: [acme],
      lists: [],
      read: () => of(kept),
      limit: 1,
      dryRun: true,
    });
    expect(told.providers['acme']).toMatchObject({ rows: 4, models: 1, skipped: 4 });
  });
});

describe('several price lists', () => {
  const listOf = (id: string) => {
    const [endpoint] = aPriceList().endpoints;
    const list = { requests: [{ url: id }], read: (page: Page) => page, gather: ([page]: readonly unknown[]) => page };
    return aPriceList({ id, endpoints: [{ ...endpoint!, requests: { list } }] });
  };
  const lists = [listOf('first'), listOf('second')];
  const mad = { input: 2 };
  const runWith = async (first: readonly PriceRow[], second: readonly PriceRow[], more: RunOptions = {}) =>
    run({
      networks: networksOf({ acme: answer(rowsOf('m1')), first: answer(first), second: answer(second) }),
      ...{ sources: [acme], lists, dryRun: true, out: await nowhere(), minConfidence: 0 },
      ...more,
    });
  const refusedIn = ({ quarantined }: Run) =>
    quarantined.map(({ witness, code, row, model }) => [witness, code, row, model].join(' '));

  it('are all asked: where they agree, the first one’s price is taken, where one is silent, the other’s', async () => {
    expect((await runWith([row('m1')], [row('m1')])).totals.sources).toEqual({ first: 1 });
    expect((await runWith([row('m9')], [row('m1')])).totals.sources).toEqual({ second: 1 });
  });

  it('quarantine a refused price once, in the list that it is of, where the other has no such row', async () => {
    expect(refusedIn(await runWith([row('m1', mad)], [row('m9')]))).toEqual(['first unknown-unit ACME/m1 acme/m1']);
    expect(refusedIn(await runWith([row('m9')], [row('m1', mad)]))).toEqual(['second unknown-unit ACME/m1 acme/m1']);
  });

  it('quarantine each its own price where both refuse it for reasons of their own', async () => {
    const doubtful = [row('m1', { input: 0.001 }), row('m1', { input: 0.003 })];
    expect(refusedIn(await runWith(doubtful, [row('m1', mad)]))).toEqual([
      'first ambiguous-price ACME/m1 acme/m1',
      'second unknown-unit ACME/m1 acme/m1',
    ]);
  });

  it('tell for which model a price was refused, also where another list had one', async () => {
    const told = await runWith([row('m1', mad)], [row('m1')]);
    expect(told.totals.sources).toEqual({ second: 1 });
    expect(refusedIn(told)).toEqual(['first unknown-unit ACME/m1 acme/m1']);
  });

  it('quarantine no price for what the provider says of itself', async () => {
    const issues = [{ code: 'contradicting-prices', detail: 'two tables' }];
    const model = aModel('m1', { pricing: { ...aModel().pricing, issues } });
    const told = await runWith([row('m1', mad)], [], { read: () => of(aSnapshot({ items: [model] })) });
    expect(refusedIn(told)).toEqual(['first unknown-unit ACME/m1 acme/m1']);
  });

  it('price nothing where they dispute, and the manifest names the dispute', async () => {
    const told = await runWith([row('m1', { input: 0.001 })], [row('m1', { input: 0.003 })]);
    expect([told.totals.sources, told.totals.prices]).toEqual([{}, { unknown: 1 }]);
    expect(told.quarantined).toMatchObject([{ model: 'acme/m1', witness: null, row: null, code: 'disputed' }]);
  });

  it('cost nothing where one can not be read', async () => {
    const networks = networksOf({ acme: answer(rowsOf('m1')), second: answer([row('m1')]) });
    const told = await runWith([], [], { networks });
    expect(told.prices).toMatchObject({ first: { status: 'failed' }, second: { status: 'fresh' } });
    expect(told.totals.sources).toEqual({ second: 1 });
  });
});

describe('the output folder of a run', () => {
  it('is held while it runs, and free thereafter, however it ends', async () => {
    const out = await nowhere();
    const stop = new Subject<void>();
    const first = runInto(out, { networks: networksOf({ ...answers, acme: hanging }), stop });
    await expect.poll(() => readdir(out).catch(() => [])).toContain('.lock');
    await expect(runInto(out)).rejects.toBeInstanceOf(FolderInUse);
    stop.next();
    await expect(first).rejects.toBeInstanceOf(Interrupted);
    await mkdir(join(out, 'run.json'));
    await expect(runInto(out)).rejects.toMatchObject({ code: 'EISDIR' });
    await rm(join(out, 'run.json'), { recursive: true });
    await runInto(out);
    expect(await filesIn(out)).toEqual(allFiles);
    expect(await readdir(out)).not.toContain('.lock');
  });

  it('is waited for, until the run is told to stop', async () => {
    const out = await nowhere();
    const stop = new Subject<void>();
    const hangs = { networks: networksOf({ ...answers, acme: hanging }) };
    const first = runInto(out, { ...hangs, stop });
    await expect.poll(() => readdir(out).catch(() => [])).toContain('.lock');
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const [stopped, waiting] = [new Subject<void>(), runInto(out, { waitMs: 30_000, say })];
    const given = runInto(out, { waitMs: 30_000, stop: stopped });
    await expect.poll(() => said).toEqual([expect.stringMatching(/^Waiting for another run/)]);
    stopped.next();
    await expect(given).rejects.toMatchObject({ name: 'Interrupted', files: [] });
    stop.next();
    await expect(first).rejects.toBeInstanceOf(Interrupted);
    expect((await waiting).totals.models).toBeGreaterThan(0);
  });

  it('is not taken by who writes nothing there, or holds it already', async () => {
    const out = await nowhere();
    const lock = await holdFolder(out);
    await runInto(out, { dryRun: true });
    await runInto(out, { stdout: { stream: new PassThrough().resume(), dataset: 'raw' } });
    await runInto(out, { isHeld: true });
    await expect(runInto(out)).rejects.toBeInstanceOf(FolderInUse);
    await lock.release();
  });
});
