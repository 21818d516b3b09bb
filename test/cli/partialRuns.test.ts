import { describe, expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Run } from '../../src/model/run.js';
import { newFolder, ratecard } from './ratecard.js';

describe('runs of some providers', { timeout: 120_000 }, () => {
  it('leave what is known of the others, and a manifest of their own', async () => {
    const out = await newFolder();
    const run = async (...args: string[]) => {
      expect(await ratecard([...args, '--quiet', '--offline', '--out', out])).toMatchObject({ code: 0, stderr: '' });
    };
    await run('--provider', 'groq');
    await run('download', '--provider', 'openrouter');
    await run('enrich-pricing', '--provider', 'openrouter');
    const { providers } = JSON.parse(await readFile(join(out, 'run.json'), 'utf8')) as Run;
    expect(Object.keys(providers)).toEqual(['openrouter']);

    const { stdout } = await ratecard(['sources', '--json', '--out', out]);
    const rows = JSON.parse(stdout) as { id: string; lastOutcome: string | null }[];
    expect(rows.filter(({ lastOutcome }) => lastOutcome === 'recording').map(({ id }) => id)).toEqual([
      ...['groq', 'openrouter'],
    ]);
  });
});
