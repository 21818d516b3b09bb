import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lastValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/model/page.js';
import type { Request } from '../../src/model/request.js';
import { openNetwork } from '../../src/read/network.js';
import { readSource } from '../../src/read/readSource.js';
import { recordings } from '../../src/read/recording.js';
import { writeRecording } from '../../src/sinks/writeRecording.js';
import { ai21 } from '../../src/sources/ai21.js';
import { aPage } from '../builders.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { recordingsDir } from '../sources/harness.js';

const page = (request: Request, body: string, fetchedAt = '2026-08-01T10:00:00.000Z'): Page =>
  aPage(body, { request, url: 'https://after.redirects.example/', fetchedAt, sha256: '', bytes: 0 });

const recordedBy = 'xai';
const models = {
  ...{ url: 'https://api.x.ai/{ACCOUNT}/models', key: { env: ['X_KEY'] }, headers: { 'x-version': '1' } },
  recordedBy,
};
const query = { url: 'https://api.x.ai/query', method: 'POST', body: '{"page":1}', recordedBy } as const;
const never = new AbortController().signal;

/** A folder with these recordings of one source. */
const folderOf = async (...pages: Page[]): Promise<string> => {
  const dir = await temporaryFolder();
  await writeRecording(dir, 'xai', pages);
  return dir;
};

const rewrite = async (file: string, change: (text: string) => string): Promise<void> =>
  writeFile(file, change(await readFile(file, 'utf8')));

describe('a recording', () => {
  it('gives back what was written, without a key', async () => {
    const get = recordings(await folderOf(page(models, '{"data":["é"]}'), page(query, '# one\n')));
    const first = await get(models, never);
    expect(first).toEqual({
      request: models,
      url: 'https://api.x.ai/{ACCOUNT}/models',
      body: '{"data":["é"]}',
      fetchedAt: '2026-08-01T10:00:00.000Z',
      sha256: aPage('{"data":["é"]}').sha256,
      bytes: 15,
      via: 'recording',
      attempts: 1,
    });
    expect((await get(query, never)).body).toBe('# one\n');
  });

  it('is known by method, URL and body', async () => {
    const get = recordings(await folderOf(page(query, 'one')));
    const { method, ...plain } = query;
    for (const other of [plain, { ...query, body: '{"page":2}' }, { ...query, url: `${query.url}?` }]) {
      await expect(get(other, never)).rejects.toMatchObject({ kind: 'no-recording', url: other.url });
    }
    expect((await get({ ...plain, method }, never)).body).toBe('one');
  });

  it('answers from the folder that the request names and from no other', async () => {
    const dir = await folderOf(page(models, 'own'));
    await writeRecording(dir, 'other', [page(models, 'newer', '2026-09-01T00:00:00.000Z'), page(query, 'alone')]);
    const get = recordings(dir);
    expect((await get(models, never)).body).toBe('own');
    expect((await get({ ...models, recordedBy: 'other' }, never)).body).toBe('newer');
    await expect(get(query, never)).rejects.toThrow(
      'no recording of https://api.x.ai/query: make one with `ratecard record`',
    );
  });

  it('that is added of another source changes nothing of what a provider reads', async () => {
    const dir = await temporaryFolder();
    await cp(path.join(recordingsDir, 'ai21'), path.join(dir, 'ai21'), { recursive: true });
    const read = () => lastValueFrom(readSource(ai21, openNetwork({ mode: 'recording', env: {}, recordingsDir: dir })));
    const before = await read();
    expect(before).toMatchObject({ endpoint: 'litellm', via: 'recording' });
    expect(before.items.length).toBeGreaterThan(5);

    const url = 'https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json';
    expect(before.url).toBe(url);
    const table = '{"jamba-new": {"litellm_provider": "ai21", "input_cost_per_token": 1}}';
    await writeRecording(dir, 'litellm', [page({ url }, table, '2026-12-31T00:00:00.000Z')]);
    expect(await read()).toEqual(before);
  });

  it.each<[string, <T>(both: T[]) => T[]]>([
    ['first', (both) => both.toReversed()],
    ['last', (both) => both],
  ])('is the newest of two answers to one request, be it written %s', async (_, arranged) => {
    const dir = await folderOf(page(models, 'older'), page(query, 'newer', '2026-08-02T00:00:00.000Z'));
    await rewrite(path.join(dir, 'xai', 'meta.json'), (text) => {
      const { responses } = JSON.parse(text) as { responses: Record<string, string>[] };
      const both = responses.map(({ file, recordedAt, sha256 }) => ({ file, recordedAt, sha256, url: models.url }));
      return JSON.stringify({ responses: arranged(both) });
    });
    expect((await recordings(dir)(models, never)).body).toBe('newer');
  });

  it('of a day is of its first instant', async () => {
    const dir = await folderOf(page(models, '[]'));
    await rewrite(path.join(dir, 'xai', 'meta.json'), (text) => text.replace('2026-08-01T10:00:00.000Z', '2026-08-01'));
    expect((await recordings(dir)(models, never)).fetchedAt).toBe('2026-08-01T00:00:00.000Z');
  });

  it('that was changed or lost is an error that says so', async () => {
    const dir = await folderOf(page(models, '[]'));
    const body = path.join(dir, 'xai', 'response.json');
    const get = recordings(dir);
    await writeFile(body, '[1]');
    await expect(get(models, never)).rejects.toMatchObject({
      kind: 'no-recording',
      message: `${body} is not what its meta.json says (sha256): restore it or record it anew`,
    });
    await rm(body);
    await expect(get(models, never)).rejects.toMatchObject({
      kind: 'no-recording',
      message: `${body} can't be read: restore it or record it anew`,
    });
  });

  it('that is broken costs no other source, and is named where its own is missing', async () => {
    const dir = await folderOf(page(models, '[]'));
    await mkdir(path.join(dir, 'broken'));
    await writeFile(path.join(dir, 'broken', 'meta.json'), '{"responses":[{"file":"../../secret"}]}');
    const get = recordings(dir);
    expect((await get(models, never)).body).toBe('[]');
    await expect(get({ ...query, recordedBy: 'broken' }, never)).rejects.toThrow(
      'no recording of https://api.x.ai/query (unreadable: broken/meta.json): make one with `ratecard record`',
    );
    await expect(get(query, never)).rejects.toThrow(
      'no recording of https://api.x.ai/query: make one with `ratecard record`',
    );
  });

  it('is missing where there is no folder at all', async () => {
    const get = recordings(path.join(await temporaryFolder(), 'nowhere'));
    await expect(get(models, never)).rejects.toMatchObject({ kind: 'no-recording' });
  });

  it('is looked for once, when the first request comes', async () => {
    const dir = await temporaryFolder();
    const get = recordings(dir);
    await writeRecording(dir, 'xai', [page(models, 'first')]);
    expect((await get(models, never)).body).toBe('first');
    await rm(path.join(dir, 'xai', 'meta.json'));
    expect((await get(models, never)).body).toBe('first');
  });
});
