import { mkdir, readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, manifestIn, ratecard } from '../cli/ratecard.js';
import { localServer } from '../read/localServer.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { recordedMirror } from './recordedMirror.js';

const providers = ['openrouter', 'groq'].flatMap((id) => ['--provider', id]);
const args = (out: string) => ['--prices', 'helicone', '--out', out, '--quiet', ...providers];

/** OpenRouter's list with one more row. */
const withRow = (row: string) => (_: unknown, response: ServerResponse, body: string) => {
  const isList = body.startsWith('{"data":[');
  response.end(isList ? body.replace('{"data":[', `{"data":[${row},`) : body);
  return true;
};

describe('one row', { timeout: 60_000 }, () => {
  it.each([
    ['that is no model', '{"id":DEEP}'],
    ['that would be a model', '{"id":"deep/row","pricing":{"prompt":"0.001","more":DEEP}}'],
  ])('nested 5,000 deep, %s, ends nobody else’s reading, today and tomorrow', async (_, row) => {
    const out = await temporaryFolder();
    const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
    const mirror = await localServer(recordedMirror({ 'openrouter.ai': withRow(row.replace('DEEP', deep)) }));
    for (const day of ['today', 'tomorrow']) {
      const ended = await ratecard([...args(out), '--mirror', mirror.url]);
      expect([day, ended]).toEqual([day, { code: 0, stdout: '', stderr: '' }]);
      const manifest = await manifestIn(out);
      expect(manifest.providers['openrouter']).toMatchObject({ via: 'mirror', rejected: 1, error: null });
      const letters = await readFile(join(out, 'rejected.jsonl'), 'utf8');
      expect(letters).toContain('nested more than 64 deep');
      expect(letters.length).toBeLessThan(5_000);
    }
  });
});

describe('a file of one provider that can not be written', { timeout: 60_000 }, () => {
  it.each(['providers', 'providers-enriched'])(
    'in %s fails that provider by name, and leaves the rest',
    async (dir) => {
      const out = await temporaryFolder();
      await mkdir(join(out, dir, 'groq.json', 'inside'), { recursive: true });
      const says = `EISDIR: ${join(out, dir, 'groq.json')}: a folder has the name of a file: move it away, or choose another folder with --out`;
      const run = [...args(out), '--offline'];
      expect(await commandLine(run)).toEqual({ code: 0, stdout: '', stderr: '' });
      expect(await commandLine([...run, '--strict'])).toEqual({
        ...{ code: 1, stdout: '', stderr: `error: --strict: 1 failed: groq (${says})\n` },
      });
      const manifest = await manifestIn(out);
      expect(manifest.providers).toMatchObject({
        groq: { status: 'failed', models: 0, error: says },
        openrouter: { status: 'recording', error: null },
      });
      expect(manifest.files).toHaveProperty(['providers/openrouter.json']);
      expect(manifest.files).not.toHaveProperty(['providers-enriched/groq.json']);
    },
  );
});
