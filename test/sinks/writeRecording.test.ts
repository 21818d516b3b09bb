import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordings } from '../../src/read/recording.js';
import { writeRecording } from '../../src/sinks/writeRecording.js';
import { aPage, day1, day2 } from '../builders.js';
import { filesIn, readText, temporaryFolder } from './temporaryFolder.js';

const models = { url: 'https://api.x.ai/{ACCOUNT}/models', key: { env: ['X_KEY'] }, headers: { 'x-version': '1' } };
const query = { url: 'https://api.x.ai/query', method: 'POST', body: '{"page":1}' } as const;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The files that `meta.json` names, in its order. */
const namesIn = async (dir: string): Promise<string[]> =>
  (JSON.parse(await readText(dir, 'xai/meta.json')) as { responses: { file: string }[] }).responses.map(
    ({ file }) => file,
  );

describe('a recording', () => {
  it('keeps method, template URL and body of the request, and nothing else of it', async () => {
    const dir = await temporaryFolder();
    const written = await writeRecording(dir, 'xai', [
      aPage('{}', { request: models, url: 'https://after.redirects.example/' }),
      aPage('<p>', { request: query }),
    ]);
    expect(written).toEqual(['response.json', 'response.html', 'meta.json'].map((file) => join(dir, 'xai', file)));
    expect(JSON.parse(await readText(dir, 'xai/meta.json'))).toEqual({
      responses: [
        { file: 'response.json', url: models.url, recordedAt: day1, sha256: sha256('{}') },
        { file: 'response.html', ...query, recordedAt: day1, sha256: sha256('<p>') },
      ],
    });
    expect(await readText(dir, 'xai/response.json')).toBe('{}');
    expect(await readText(dir, 'xai/response.html')).toBe('<p>');
  });

  it('keeps how to ask for an answer again, where it is that answer to the byte', async () => {
    const dir = await temporaryFolder();
    const validators = { url: query.url, etag: '"1"' };
    const told = async (body: string, sha256?: string) => {
      await writeRecording(dir, 'xai', [aPage(body, { request: query, validators, ...(sha256 && { sha256 }) })]);
      return (JSON.parse(await readText(dir, 'xai/meta.json')) as { responses: object[] }).responses;
    };
    expect(await told('{}')).toMatchObject([{ validators }]);
    expect(await told('{}', 'of more than that')).not.toMatchObject([{ validators }]);
  });

  it('answers the same requests again', async () => {
    const dir = await temporaryFolder();
    await writeRecording(dir, 'xai', [
      aPage('{"data":["é"]}', { request: models }),
      aPage('# one\n', { request: query }),
    ]);
    const get = recordings(dir);
    const { signal } = new AbortController();
    expect((await get({ ...models, recordedBy: 'xai' }, signal)).body).toBe('{"data":["é"]}');
    expect((await get({ ...query, recordedBy: 'xai' }, signal)).body).toBe('# one\n');
  });

  it.each([
    ['{"data":[]}', 'response.json'],
    [' \n[1]', 'response.json'],
    ['<!doctype html>', 'response.html'],
    ['# Prices', 'response.txt'],
    ['', 'response.txt'],
  ])('names a body by what it looks like: %j is %s', async (body, file) => {
    const dir = await temporaryFolder();
    await writeRecording(dir, 'xai', [aPage(body, { request: models })]);
    expect(await namesIn(dir)).toEqual([file]);
  });

  it('keeps what was recorded of other requests, and the names of the files', async () => {
    const dir = await temporaryFolder();
    await writeRecording(dir, 'xai', [aPage('[1]', { request: models }), aPage('{}', { request: query })]);
    await writeRecording(dir, 'xai', [aPage('{"new":true}', { request: query, fetchedAt: day2 })]);
    expect(await namesIn(dir)).toEqual(['response.json', 'response-2.json']);
    expect(await readText(dir, 'xai/response.json')).toBe('[1]');
    expect(await readText(dir, 'xai/response-2.json')).toBe('{"new":true}');
  });

  it('of one source leaves that of another alone', async () => {
    const dir = await temporaryFolder();
    await writeRecording(dir, 'xai', [aPage('[1]', { request: models })]);
    await writeRecording(dir, 'other', [aPage('[2]', { request: models })]);
    expect([await readText(dir, 'xai/response.json'), await readText(dir, 'other/response.json')]).toEqual([
      '[1]',
      '[2]',
    ]);
  });

  it('that is damaged stays as it is, which is said in one line', async () => {
    const dir = await temporaryFolder();
    const [half, folder] = [join(dir, 'xai', 'meta.json'), join(dir, 'other', 'meta.json')];
    await mkdir(join(dir, 'xai'));
    await mkdir(folder, { recursive: true });
    await writeFile(half, '{"half');
    const page = aPage('{}', { request: models });
    await expect(writeRecording(dir, 'xai', [page])).rejects.toThrow(/^.*xai.meta\.json is damaged.*$/);
    await expect(writeRecording(dir, 'other', [page])).rejects.toThrow(/^EISDIR.*$/);
    expect([await readFile(half, 'utf8'), await filesIn(dir)]).toEqual(['{"half', ['xai/meta.json']]);
  });

  it('leaves no temporary file behind, whether it works or not', async () => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, 'xai', 'response.json'), { recursive: true });
    await expect(writeRecording(dir, 'xai', [aPage('{}', { request: models })])).rejects.toThrow();
    expect(await readdir(join(dir, 'xai'))).toEqual(['response.json']);
    await writeRecording(dir, 'other', [aPage('{}', { request: models })]);
    expect(await readdir(join(dir, 'other'))).toEqual(['meta.json', 'response.json']);
  });

  it('is written after its bodies: where one fails, the old list is still there', async () => {
    const dir = await temporaryFolder();
    await writeRecording(dir, 'xai', [aPage('[1]', { request: models })]);
    const before = await readText(dir, 'xai/meta.json');
    await mkdir(join(dir, 'xai', 'response-2.json'));
    const pages = [aPage('[2]', { request: models }), aPage('{}', { request: query })];
    await expect(writeRecording(dir, 'xai', pages)).rejects.toMatchObject({ syscall: 'rename' });
    expect(await readText(dir, 'xai/meta.json')).toBe(before);
  });
});
