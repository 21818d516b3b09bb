import { copyFile, cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderFor } from '../../../src/cli/commands/record.js';
import { recordingMeta } from '../../../src/read/recordingMeta.js';
import { localServer } from '../../read/localServer.js';
import { temporaryFolder } from '../../sinks/temporaryFolder.js';
import { ratecard, root } from '../ratecard.js';

/** The program with recordings of its own, for it writes into them; gives its folder and theirs. */
async function installed(): Promise<{ home: string; recordings: string }> {
  const home = await temporaryFolder();
  await mkdir(join(home, 'dist/cli'), { recursive: true });
  await cp(join(root, 'dist/cli'), join(home, 'dist/cli'), { recursive: true });
  await copyFile(join(root, 'package.json'), join(home, 'package.json'));
  await symlink(join(root, 'node_modules'), join(home, 'node_modules'));
  return { home, recordings: join(home, 'data/recordings') };
}

const pricePage = 'https://www.siliconflow.com/pricing';
const only = (...ids: string[]) => ids.flatMap((id) => ['--provider', id]);

describe('record', { timeout: 60_000 }, () => {
  it('records the others where the recording of one is damaged', async () => {
    const { home, recordings } = await installed();
    await mkdir(join(recordings, 'openrouter'), { recursive: true });
    await writeFile(join(recordings, 'openrouter/meta.json'), '{"half');
    const server = await localServer((_, response) => response.end('{"data":[]}'));
    const args = ['record', '--mirror', server.url, ...only('openrouter', 'helicone'), '--concurrency', '1'];
    const { code, stderr } = await ratecard(args, { home });
    expect([code, stderr.trim().split('\n')]).toEqual([
      ...[0, [expect.stringMatching(/^\[OpenRouter\] .*meta\.json is damaged/), '[Helicone] Recorded 1 answer']],
    ]);
    expect(await readdir(join(recordings, 'helicone'))).toEqual(['meta.json', 'response.json']);
  });

  it('records a provider that reads models.dev too while models.dev fails, and leaves that document to itself', async () => {
    const { home, recordings } = await installed();
    const body = '<html><body>Prices</body></html>';
    const server = await localServer((request, response) => {
      if (request.url?.startsWith('/models.dev/')) response.writeHead(503).end();
      else response.end(body);
    });
    const args = ['record', '--mirror', server.url, ...only('siliconflow')];
    const said = '[SiliconFlow] Recorded 1 answer\n';
    expect(await ratecard(args, { home })).toEqual({ code: 0, stdout: '', stderr: said });
    expect(await readdir(recordings)).toEqual(['siliconflow']);
    const meta = await readFile(join(recordings, 'siliconflow/meta.json'), 'utf8');
    const { responses } = recordingMeta.parse(JSON.parse(meta));
    expect(responses.map(({ url, file }) => [url, file])).toEqual([[pricePage, 'response.html']]);
    expect(await readFile(join(recordings, 'siliconflow/response.html'), 'utf8')).toBe(body);
    expect(server.hits).toEqual([`GET /${pricePage.replace('https://', '')}`]);
  });

  it('writes into the folder that it is given', async () => {
    const { home, recordings } = await installed();
    const folder = await temporaryFolder();
    const server = await localServer((_, response) => response.end('{"data":[]}'));
    const args = ['record', '--mirror', server.url, '--recordings', folder, ...only('helicone')];
    expect((await ratecard(args, { home })).code).toBe(0);
    expect(await readdir(folder)).toContain('helicone');
    await expect(readdir(recordings)).rejects.toThrow('ENOENT');
  });

  it('never writes into node_modules', () => {
    expect(() => folderFor({}, '/app/node_modules/ratecard/data/recordings')).toThrow('add --recordings <dir>');
    expect(() => folderFor({ recordings: 'node_modules/x' })).toThrow('do not go into node_modules');
    expect(folderFor({ recordings: 'mine' }, '/app/node_modules/ratecard/data/recordings')).toBe('mine');
  });

  it('exits 1 where nothing could be recorded, and says why of each', async () => {
    const { home } = await installed();
    const server = await localServer((_, response) => response.writeHead(404).end());
    const args = ['record', '--mirror', server.url, ...only('models.dev', 'helicone', 'v0'), '--concurrency', '1'];
    const { code, stderr } = await ratecard(args, { home });
    expect([code, stderr.trim().split('\n')]).toEqual([
      1,
      [
        expect.stringMatching(/^\[models\.dev\] Not recorded: models\.dev .*404/),
        expect.stringMatching(/^\[Helicone\] Not recorded: helicone\.ai .*404/),
        expect.stringMatching(/^\[v0\] Not recorded: it is read from models\.dev alone, or needs a key/),
        'error: nothing could be recorded: see the errors above',
      ],
    ]);
  });
});
