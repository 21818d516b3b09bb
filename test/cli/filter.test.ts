import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { NEVER } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { enrichLines } from '../../src/cli/enrichLines.js';
import { localServer } from '../fetch/localServer.js';
import { ended, newFolder, ratecard, start } from './ratecard.js';

const filter = ['enrich-pricing', '--stdin', '--offline'];

describe('ratecard enrich-pricing --stdin', { timeout: 60_000 }, () => {
  it('answers a line before the next one comes', async () => {
    const child = start(filter);
    child.stdin.write('{"id":"gpt-4o","provider":"openai"}\n');
    const [first] = (await once(child.stdout, 'data')) as [Buffer];
    expect(JSON.parse(String(first))).toMatchObject({ id: 'gpt-4o', cost: { input: 0.0025 } });
    child.stdin.end('{"id":"gpt-4o-mini","provider":"openai"}');
    const { code, stdout } = await ended(child);
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ id: 'gpt-4o-mini' })]);
  });

  it('writes the lines before a bad one, and says which it is', async () => {
    const input = ['\uFEFF{"id":"a"}', '', '{"id":"b"}\r', 'nonsense', '{"id":"c"}', ''].join('\n');
    const { code, stdout, stderr } = await ratecard(filter, { input });
    expect([code, stderr]).toEqual([
      1,
      'error: line 4 of stdin is not a JSON object: each line holds one model record\n',
    ]);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual(['a', 'b']);
  });

  it('keeps characters whole that two chunks share', async () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `模型${i}`);
    const { stdout } = await ratecard(filter, { input: names.map((id) => `${JSON.stringify({ id })}\n`).join('') });
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual(names);
  });

  it('says that stdin cannot be read', async () => {
    const stdin = new Readable({
      read() {
        this.destroy(Object.assign(new Error('broken'), { code: 'EIO' }));
      },
    });
    const nobody = { stdin, stdout: new PassThrough(), stderr: new PassThrough(), env: {}, stop: NEVER };
    await expect(enrichLines({ offline: true }, { ...nobody, isStopped: () => false })).rejects.toThrow(
      "stdin can't be read (EIO)",
    );
  });

  it('does not take a price list that failed for one that knows no model', async () => {
    const broken = await localServer((_, response) => response.writeHead(404).end());
    const args = ['--live', '--mirror', broken.url];
    const line = { input: '{"id":"gpt-4o","provider":"openai"}' };
    const failed = {
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^error: there is no price list \(.*404/) as string,
    };
    expect(await ratecard(['enrich-pricing', '--stdin', ...args], line)).toMatchObject(failed);
    expect(
      await ratecard(['explain', 'openai/gpt-4o', '--mirror', broken.url, '--out', await newFolder()]),
    ).toMatchObject({
      code: 0, // a recording stands in
    });
  });
});
