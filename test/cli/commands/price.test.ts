import { describe, expect, it } from 'vitest';
import { commandLine, type Ended } from '../ratecard.js';

const price = (...args: string[]): Promise<Ended> => commandLine(['price', ...args, '--offline']);

describe('price', { timeout: 60_000 }, () => {
  it('tells one price with the page, row and day that it stands on', async () => {
    const { code, stdout } = await price('openai/gpt-4o');
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('openai/gpt-4o');
    expect(lines[1]).toMatch(/^priced: input 2\.5 USD per 1M, output 10 USD per 1M/);
    expect(lines[2]).toMatch(/^stated by provider, right with a chance of 0\.\d+/);
    expect(lines[3]).toMatch(
      /^https:\/\/\S*openai\.com\S*, row \d+, read on \d{4}-\d\d-\d\d \(recording\), sha256 [0-9a-f]{64}$/,
    );
    expect(stdout).toMatch(/input +│ 1\.25 USD per 1M +│ batch/);
  });

  it('tells programs the same as explain does', async () => {
    const told = JSON.parse((await price('google/gemini-2.5-pro', '--json')).stdout) as Record<string, unknown>;
    const { stdout } = await commandLine(['explain', 'google/gemini-2.5-pro', '--offline', '--json']);
    const explained = JSON.parse(stdout) as Record<string, unknown>;
    for (const name of ['provider', 'id', 'isListed', 'cost', 'tiers', 'pricing'])
      expect(told[name]).toEqual(explained[name]);
    // Beside the quotes stand their pages, too.
    expect(explained['sources']).toMatchObject(told['sources'] as object);
  });

  it('says why there is none, and what it needs', async () => {
    const { code, stdout } = await price('openai/no-such-model');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/unknown: no price\nno-match: /) as string]);
    expect((await price('openai/gpt-4p')).stdout).toMatch(/^did you mean openai\/gpt-4\S*, .*\?$/m);
    expect((await price('gpt-4o')).stderr).toMatch(/^error: price needs a provider and a model.* `ratecard offers /);
    const { code: wrong, stderr } = await price('opnai/gpt-4o');
    expect([wrong, stderr]).toEqual([2, expect.stringMatching(/no provider "opnai"; did you mean "openai"/) as string]);
  });
});
