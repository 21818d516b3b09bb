import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordings } from '../../src/fetch/recording.js';
import type { Page, Request } from '../../src/fetch/request.js';
import { writeRecording } from '../../src/sinks/writeRecording.js';

const page = (request: Request, body: string, fetchedAt = '2026-08-01T10:00:00.000Z'): Page => ({
  request,
  url: 'https://after.redirects.example/',
  body,
  fetchedAt,
  sha256: '',
  bytes: 0,
  via: 'live',
});

const models = { url: 'https://api.x.ai/{ACCOUNT}/models', key: { env: ['X_KEY'] }, headers: { 'x-version': '1' } };
const query = { url: 'https://api.x.ai/query', method: 'POST', body: '{"page":1}' } as const;
const never = new AbortController().signal;

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'ratecard-'));
});
afterEach(() => rm(dir, { recursive: true }));

describe('a recording', () => {
  it('gives back what was written, without a key', async () => {
    await writeRecording(dir, 'xai', [page(models, '{"data":["é"]}'), page(query, '# one\n')]);
    const get = recordings(dir);
    const first = await get(models, never);
    expect(first).toMatchObject({ request: models, url: models.url, body: '{"data":["é"]}', bytes: 15 });
    expect(first).toMatchObject({ fetchedAt: '2026-08-01T10:00:00.000Z', via: 'recording' });
    expect((await get(query, never)).body).toBe('# one\n');
  });

  it('is known by method, URL and body', async () => {
    await writeRecording(dir, 'xai', [page(query, 'one')]);
    const get = recordings(dir);
    for (const other of [{ url: query.url }, { ...query, body: '{"page":2}' }, { ...query, url: `${query.url}?` }]) {
      await expect(get(other, never)).rejects.toMatchObject({ kind: 'no-recording', url: other.url });
    }
  });

  it('is the newest where two folders have the same request', async () => {
    await writeRecording(dir, 'a', [page(models, 'newer', '2026-08-02T00:00:00.000Z')]);
    await writeRecording(dir, 'b', [page(models, 'older')]);
    expect((await recordings(dir)(models, never)).body).toBe('newer');
  });

  it('of a day is of its first instant', async () => {
    await writeRecording(dir, 'xai', [page(models, '[]')]);
    const meta = path.join(dir, 'xai', 'meta.json');
    const text = await readFile(meta, 'utf8');
    await writeFile(meta, text.replace('2026-08-01T10:00:00.000Z', '2026-08-01'));
    expect((await recordings(dir)(models, never)).fetchedAt).toBe('2026-08-01T00:00:00.000Z');
  });

  it('that was changed or lost is an error that says so', async () => {
    const [body = ''] = await writeRecording(dir, 'xai', [page(models, '[]')]);
    const get = recordings(dir);
    await writeFile(body, '[1]');
    await expect(get(models, never)).rejects.toMatchObject({
      kind: 'no-recording',
      message: expect.stringContaining('sha256') as string,
    });
    await rm(body);
    await expect(get(models, never)).rejects.toMatchObject({
      kind: 'no-recording',
      message: expect.stringContaining("can't be read") as string,
    });
  });

  it('that is broken costs no other, and is named where something is missing', async () => {
    await writeRecording(dir, 'xai', [page(models, '[]')]);
    await mkdir(path.join(dir, 'broken'));
    await writeFile(path.join(dir, 'broken', 'meta.json'), '{"responses":[{"file":"../../secret"}]}');
    const get = recordings(dir);
    expect((await get(models, never)).body).toBe('[]');
    await expect(get(query, never)).rejects.toThrow(/no recording of .* \(unreadable: broken\/meta\.json\)/);
  });

  it('is missing where there is no folder at all', async () => {
    const get = recordings(path.join(dir, 'nowhere'));
    await expect(get(models, never)).rejects.toMatchObject({ kind: 'no-recording' });
  });
});

describe('writing', () => {
  it('keeps method, template URL and body of the request, and nothing else of it', async () => {
    await writeRecording(dir, 'xai', [page(models, '{}'), page(query, '<p>')]);
    const meta: unknown = JSON.parse(await readFile(path.join(dir, 'xai', 'meta.json'), 'utf8'));
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
    const recordedAt = '2026-08-01T10:00:00.000Z';
    expect(meta).toEqual({
      responses: [
        { file: 'response.json', url: models.url, recordedAt, sha256 },
        { file: 'response.html', ...query, recordedAt, sha256 },
      ],
    });
  });

  it('leaves what is damaged as it is, and says so in one line', async () => {
    const [half, folder] = [path.join(dir, 'xai', 'meta.json'), path.join(dir, 'other', 'meta.json')];
    await mkdir(path.dirname(half), { recursive: true });
    await mkdir(folder, { recursive: true });
    await writeFile(half, '{"half');
    await expect(writeRecording(dir, 'xai', [page(models, '{}')])).rejects.toThrow(/^.*xai.meta\.json is damaged.*$/);
    await expect(writeRecording(dir, 'other', [page(models, '{}')])).rejects.toThrow(/^EISDIR.*$/);
    expect([await readFile(half, 'utf8'), await readdir(path.dirname(half))]).toEqual(['{"half', ['meta.json']]);
  });

  it('leaves no temporary file behind, whether it works or not', async () => {
    await mkdir(path.join(dir, 'xai', 'response.json'), { recursive: true });
    await expect(writeRecording(dir, 'xai', [page(models, '{}')])).rejects.toThrow();
    expect(await readdir(path.join(dir, 'xai'))).toEqual(['response.json']);
    await writeRecording(dir, 'other', [page(models, '{}')]);
    expect(await readdir(path.join(dir, 'other'))).toEqual(['meta.json', 'response.json']);
  });

  it('keeps what was recorded of other requests, and the names of the files', async () => {
    await writeRecording(dir, 'xai', [page(models, '[1]'), page(query, '{}')]);
    await writeRecording(dir, 'xai', [page(query, '{"new":true}', '2026-08-02T00:00:00.000Z')]);
    const meta = JSON.parse(await readFile(path.join(dir, 'xai', 'meta.json'), 'utf8')) as {
      responses: { file: string }[];
    };
    expect(meta.responses.map(({ file }) => file)).toEqual(['response.json', 'response-2.json']);
    expect(await readFile(path.join(dir, 'xai', 'response.json'), 'utf8')).toBe('[1]');
    expect(await readFile(path.join(dir, 'xai', 'response-2.json'), 'utf8')).toBe('{"new":true}');
  });
});
