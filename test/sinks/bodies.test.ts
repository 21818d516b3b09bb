import { rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { BodyIndex } from '../../src/model/bodyIndex.js';
import type { Readings } from '../../src/model/reading.js';
import type { Run } from '../../src/model/run.js';
import { openNetworks } from '../../src/read/networks.js';
import { Interrupted, run, type RunOptions } from '../../src/run.js';
import { sinks } from '../../src/sinks/index.js';
import type { Sink } from '../../src/sinks/sink.js';
import { openBodies, sha256Of } from '../../src/store/bodies/bodyStore.js';
import { anEndpoint, aSource } from '../builders.js';
import { localServer } from '../read/localServer.js';
import { recordingsDir } from '../sources/harness.js';
import { filesIn, readText, temporaryFolder } from './temporaryFolder.js';

const url = 'https://acme.example/models';
const endpoint = (more: object = {}) => anEndpoint({ requests: { list: { url, ...more } } });
const env = { ACME_API_KEY: 'sk-1234567890' };

/** A provider whose list has a tag, is what `rows` are, and moves so many bytes. */
async function world(rows: readonly object[] = [{ id: 'm1' }, { id: 'm2' }]) {
  const dir = await temporaryFolder();
  const state = { rows, dir, moved: 0, headers: {} as Record<string, string> };
  const answer: RequestListener = (request, response) => {
    const body = JSON.stringify({ data: state.rows });
    const etag = `"${sha256Of(body)}"`;
    if (request.headers['if-none-match'] === etag) return response.writeHead(304).end();
    state.moved += body.length;
    return response.writeHead(200, { etag, ...state.headers }).end(body);
  };
  const mirror = await localServer(answer);
  const read = (more: RunOptions = {}): Promise<Run> =>
    run({
      networks: openNetworks({ mode: 'live', mirror: mirror.url, env, recordingsDir, answers: openBodies(dir) }),
      sources: [aSource({ endpoints: [endpoint()] })],
      lists: [],
      out: dir,
      ...more,
    });
  const sha256 = () => sha256Of(JSON.stringify({ data: state.rows }));
  return Object.assign(state, { read, sha256 });
}

const jsonIn = async (dir: string, path: string): Promise<unknown> => JSON.parse(await readText(dir, path));
const indexIn = async (dir: string) => (await jsonIn(dir, 'bodies/index.json')) as BodyIndex;
const bodiesIn = async (dir: string) => (await filesIn(dir)).filter((path) => /^bodies\/\w{64}\.gz$/.test(path));

describe('the bodies of a run', () => {
  it('stay where the index names them, though another file of the run can not be written', async () => {
    const made = await world();
    const failing: Sink = {
      open: () => ({
        write: () => Promise.resolve(),
        commit: () => Promise.reject(new Error('no space left')),
        abort: () => Promise.resolve([]),
      }),
    };
    await expect(made.read({ sinks: [...sinks, failing] })).rejects.toThrow('no space left');
    expect(Object.keys((await indexIn(made.dir)).answers)).toEqual([made.sha256()]);
    expect(await openBodies(made.dir).text(made.sha256())).toBe('{"data":[{"id":"m1"},{"id":"m2"}]}');
  });

  it('are taken away again by a run that is told to stop', async () => {
    const made = await world();
    const stop = new Subject<void>();
    const stopping: Sink = {
      open: () => ({
        write: (events) => {
          if (events.some(({ type }) => type === 'completed')) setTimeout(() => stop.next(), 50);
          return new Promise((resolve) => setTimeout(resolve, 200));
        },
        commit: () => Promise.resolve([]),
        abort: () => Promise.resolve([]),
      }),
    };
    await expect(made.read({ sinks: [...sinks, stopping], stop })).rejects.toThrow(Interrupted);
    expect(await bodiesIn(made.dir)).toEqual([]);
  });

  it('are kept by the sha256 that the other files name, and asked for no more', async () => {
    const made = await world();
    const first = await made.read();
    expect(first.providers['acme']?.requests).toEqual({ answered: 1, retried: 0, failed: 0 });
    const { moved } = made;
    expect(await openBodies(made.dir).text(first.providers['acme']?.sha256 ?? '')).toBe(
      '{"data":[{"id":"m1"},{"id":"m2"}]}',
    );
    const index = await readText(made.dir, 'bodies/index.json');
    const readings = await readText(made.dir, 'bodies/readings.json');

    const second = await made.read();
    expect(made.moved).toBe(moved);
    expect(second.providers['acme']).toMatchObject({
      status: 'unchanged',
      requests: { answered: 1, retried: 0, failed: 0, unchanged: 1 },
      ...{ bytes: moved, moved: 0 },
    });
    expect(Date.parse(second.providers['acme']?.readAt ?? '')).toBeGreaterThan(
      Date.parse(first.providers['acme']?.readAt ?? ''),
    );
    expect(await readText(made.dir, 'bodies/index.json')).toBe(index);
    expect(await readText(made.dir, 'bodies/readings.json')).toBe(readings);
    expect(second.left).toMatchObject({
      'bodies/index.json': sha256Of(index),
      'bodies/readings.json': sha256Of(readings),
    });
  });

  it('stay beside new ones, and are those of what was read', async () => {
    const made = await world();
    await made.read();
    made.rows = [...made.rows, { id: 'm3' }];
    const { providers } = await made.read();
    expect(await bodiesIn(made.dir)).toHaveLength(2);
    const { sources } = (await jsonIn(made.dir, 'bodies/readings.json')) as Readings;
    expect(sources['acme']?.made.map(({ pages }) => pages)).toMatchObject([[{ sha256: providers['acme']?.sha256 }]]);
  });

  it('with the same rows in other bytes are both known', async () => {
    const made = await world();
    await made.read();
    made.rows = made.rows.map((row) => ({ ...row, now: 7 }));
    expect((await made.read()).providers['acme']?.status).toBe('unchanged');
    const { sources } = (await jsonIn(made.dir, 'bodies/readings.json')) as Readings;
    expect(sources['acme']?.again?.pages).toMatchObject([{ sha256: made.sha256() }]);
    expect((await made.read()).providers['acme']?.requests.unchanged).toBe(1);
  });

  it.each<[string, (dir: string) => Promise<unknown>]>([
    ['gone', async (dir) => Promise.all((await bodiesIn(dir)).map((path) => rm(join(dir, path))))],
    ['damaged', async (dir) => Promise.all((await bodiesIn(dir)).map((path) => writeFile(join(dir, path), 'x')))],
    ['without an index', (dir) => rm(join(dir, 'bodies/index.json'))],
    ['beside a damaged index', (dir) => writeFile(join(dir, 'bodies/index.json'), '{')],
  ])('that are %s are as if not there, and fetched anew', async (_, spoil) => {
    const made = await world();
    await made.read();
    const { moved } = made;
    await spoil(made.dir);
    expect((await made.read()).providers['acme']).toMatchObject({ status: 'unchanged', error: null });
    expect(made.moved).toBe(2 * moved);
    expect(await openBodies(made.dir).text(made.sha256())).toBeDefined();
    await made.read();
    expect(made.moved).toBe(2 * moved);
  });

  it('that are not to be stored are kept for verify, and asked for anew', async () => {
    const made = await world();
    made.headers = { 'cache-control': 'no-store' };
    await made.read();
    await made.read();
    expect((await indexIn(made.dir)).requests).toEqual({});
    expect(await bodiesIn(made.dir)).toHaveLength(1);
  });

  it('hold neither keys nor what only their owners are shown', async () => {
    const made = await world([{ id: 'm1', note: env.ACME_API_KEY }, { id: 'ft:m1:acme::x' }]);
    const source = aSource({ endpoints: [endpoint({ key: { env: ['ACME_API_KEY'] } })] });
    const { providers } = await made.read({ sources: [source] });
    const { answers, requests } = await indexIn(made.dir);
    expect(answers[providers['acme']?.sha256 ?? '']).toMatchObject({ leftOut: 1 });
    expect(requests).toEqual({});
    expect(await openBodies(made.dir).text(made.sha256())).toBe('{"data":[{"id":"m1","note":"{ACME_API_KEY}"}]}');
  });

  it('are not kept where nobody wants them, nor by runs that leave no files', async () => {
    const made = await world();
    await made.read({ bodies: false });
    await made.read({ dryRun: true });
    expect((await filesIn(made.dir)).filter((path) => path.startsWith('bodies'))).toEqual([]);
  });

  it('that a killed run left are taken away', async () => {
    const made = await world();
    await made.read();
    await writeFile(join(made.dir, `bodies/${'0'.repeat(64)}.gz`), 'x');
    await made.read();
    expect(await bodiesIn(made.dir)).toHaveLength(1);
  });
});
