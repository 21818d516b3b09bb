import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/change.js';
import { commandLine, linesOf, newFolder } from '../cli/ratecard.js';
import { filesIn, readText } from '../sinks/temporaryFolder.js';
import { runDay, startOf } from './runDay.js';

const [older, newer] = ['2026-08-01', '2026-08-22'] as const;
const read = { older: `${older}T06:00:00.000Z`, newer: `${newer}T06:00:00.000Z` };

const long = 'contextAbove 272000';
const nights = ['timeUtc 01:00-04:00', 'timeUtc 06:00-10:00'];

/** Prices in USD per 1K tokens: provider, offer, field, condition, before, after, percent. */
const prices: readonly (readonly [string, string, string, string, number | null, number | null, number | null])[] = [
  ['anthropic', 'claude-sonnet-5', 'cacheRead', '', 0.0003, 0.0002, -33.333333],
  ['anthropic', 'claude-sonnet-5', 'cacheWrite', '', 0.00375, 0.0025, -33.333333],
  ['anthropic', 'claude-sonnet-5', 'cacheWrite1h', '', 0.006, 0.004, -33.333333],
  ['anthropic', 'claude-sonnet-5', 'input', '', 0.003, 0.002, -33.333333],
  ['anthropic', 'claude-sonnet-5', 'input', 'serviceTier batch', 0.0015, 0.001, -33.333333],
  ['anthropic', 'claude-sonnet-5', 'output', '', 0.015, 0.01, -33.333333],
  ['anthropic', 'claude-sonnet-5', 'output', 'serviceTier batch', 0.0075, 0.005, -33.333333],
  ['cerebras', 'gpt-oss-120b', 'input', '', 0.00035, 0.0003, -14.285714],
  ['cerebras', 'gpt-oss-120b', 'output', '', 0.00075, 0.0008, 6.666667],
  ['cerebras', 'qwen-3-32b', 'output', '', 0.0008, 0.001, 25],
  ['deepseek', 'deepseek-v4-flash', 'input', '', 0.00022, 0.00015, -31.818182],
  ['deepseek', 'deepseek-v4-flash', 'input', nights[0]!, 0.00044, 0.0003, -31.818182],
  ['deepseek', 'deepseek-v4-flash', 'input', nights[1]!, 0.00044, 0.0003, -31.818182],
  ['deepseek', 'deepseek-v4-flash', 'output', '', 0.00066, 0.0006, -9.090909],
  ['deepseek', 'deepseek-v4-flash', 'output', nights[0]!, 0.00132, 0.0012, -9.090909],
  ['deepseek', 'deepseek-v4-flash', 'output', nights[1]!, 0.00132, 0.0012, -9.090909],
  ['openrouter', 'openai/gpt-5.6-sol', 'cacheRead', '', 0.0005, 0.0002, -60],
  ['openrouter', 'openai/gpt-5.6-sol', 'cacheRead', long, 0.001, 0.0004, -60],
  ['openrouter', 'openai/gpt-5.6-sol', 'cacheWrite', '', 0.00625, 0.0025, -60],
  ['openrouter', 'openai/gpt-5.6-sol', 'cacheWrite', long, 0.0125, 0.005, -60],
  ['openrouter', 'openai/gpt-5.6-sol', 'input', '', 0.005, 0.002, -60],
  ['openrouter', 'openai/gpt-5.6-sol', 'input', long, 0.01, 0.004, -60],
  ['openrouter', 'openai/gpt-5.6-sol', 'output', '', 0.03, 0.01, -66.666667],
  ['openrouter', 'openai/gpt-5.6-sol', 'output', long, 0.045, 0.015, -66.666667],
  ['openrouter', 'qwen/qwen3-next-80b-a3b-instruct', 'cacheRead', '', 0.00007, null, null],
  ['openrouter', 'qwen/qwen3-next-80b-a3b-instruct', 'input', '', 0.0001, 0.00009, -10],
  ['openrouter', 'z-ai/glm-5.2', 'cacheRead', '', 0.000141154, 0.0001932, 36.871785],
  ['openrouter', 'z-ai/glm-5.2', 'input', '', 0.00076006, 0.000966, 27.095229],
  ['openrouter', 'z-ai/glm-5.2', 'output', '', 0.00238876, 0.003036, 27.095229],
  ['zai', 'glm-4.5-flash', 'cacheRead', '', 0, 0.00001, null],
  ['zai', 'glm-4.5-flash', 'input', '', 0, 0.00005, null],
  ['zai', 'glm-4.5-flash', 'output', '', 0, 0.0002, null],
  ['zai', 'glm-5', 'input', '', 0.001, 0.0011, 10],
  ['zenmux', 'qwen/qwen3.8-max', 'input', '', 0.00125, 0.0014, 12],
  ['zenmux', 'x-ai/grok-4.6', 'output', 'contextAbove 200000', 0.015, 0.012, -20],
];

/** What else changed: kind, provider, offer, field, before, after. */
const others: readonly (readonly [string, string, string, string, unknown, unknown])[] = [
  ['capability', 'cerebras', 'gemma-4-31b', 'reasoning', true, false],
  ['capability', 'openrouter', 'google/gemma-4-26b-a4b-it:free', 'structuredOutput', true, false],
  ['limit', 'cerebras', 'gemma-4-31b', 'output', 40960, 65536],
  ['limit', 'openrouter', 'qwen/qwen3-next-80b-a3b-instruct', 'output', 262144, 16384],
  ['limit', 'openrouter', 'upstage/solar-pro-3', 'context', 128000, 131072],
  ['limit', 'openrouter', 'upstage/solar-pro-3', 'output', null, 131072],
  ['limit', 'openrouter', 'z-ai/glm-5.2', 'output', 128000, 131072],
  ['limit', 'zenmux', 'x-ai/grok-4.6', 'context', 256000, 500000],
  ['status', 'anthropic', 'claude-opus-4-1', 'status', 'deprecated', 'retired'],
  ['status', 'anthropic', 'claude-opus-4-1-20250805', 'status', 'deprecated', 'retired'],
  ['status', 'cerebras', 'llama3.1-8b', 'status', 'active', 'deprecated'],
  ['status', 'zai', 'glm-4.5-flash', 'pricing', 'free', 'priced'],
];

const fresh = ['openrouter/z-ai/glm-5.3', 'zenmux/qwen/qwen3.8-27b'];
const gone = ['openrouter/ai21/jamba-large-1.7', 'zai/glm-4.5-air', 'zenmux/bytedance/doubao-seed-character'];

const conditionIn = ({ when = {} }: Change): string =>
  Object.entries(when)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
const sorted = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

/** Checks changes against what is written above, all of it. */
function expectAll(changes: readonly Change[]): void {
  const of = (...kinds: string[]) => changes.filter(({ kind }) => kinds.includes(kind));
  expect(
    sorted(
      of('price').map((one) => [one.provider, one.id, one.field, conditionIn(one), one.before, one.after, one.percent]),
    ),
  ).toEqual(sorted(prices));
  expect(
    sorted(
      of('capability', 'limit', 'status').map(({ kind, provider, id, field, before, after }) => [
        ...[kind, provider, id, field, before, after],
      ]),
    ),
  ).toEqual(sorted(others));
  const names = (kind: string) => of(kind).map(({ provider, id }) => `${provider}/${id ?? ''}`);
  expect(names('offer-new')).toEqual(fresh);
  expect(names('offer-gone')).toEqual(gone);
  expect(of('offer-gone').map(({ missingSince }) => missingSince)).toEqual(gone.map(() => read.newer));
  expect(changes).toHaveLength(prices.length + others.length + fresh.length + gone.length);
}

const find = (changes: readonly Change[], id: string, field?: string): Change | undefined =>
  changes.find((one) => one.id === id && one.field === field && one.when === undefined);

let dir: string;
let out: string;
let first: string;
let lines: Change[];

beforeAll(async () => {
  dir = await newFolder();
  out = join(dir, 'out');
  first = join(dir, 'first');
  await runDay(older, out);
  await cp(out, first, { recursive: true });
  await runDay(newer, out);
  lines = linesOf<Change>(await readText(out, 'changes.jsonl'));
});

afterAll(() => rm(dir, { recursive: true, force: true }));

const asked = async (...args: string[]): Promise<Change[]> => {
  const { code, stdout } = await commandLine(['diff', ...args, '--out', out, '--json']);
  expect(code).toBe(0);
  return JSON.parse(stdout) as Change[];
};

describe('two days of six providers', () => {
  it('the first run tells no changes, for it has nothing to compare with', async () => {
    expect((await filesIn(first)).filter((path) => path.startsWith('changes'))).toEqual([]);
  });

  it('changes.jsonl holds what is other on the second day, and nothing else, each line with its runs', () => {
    expectAll(lines);
    expect(new Set(lines.map(({ run }) => run))).toEqual(new Set([startOf(newer)]));
    expect(new Set(lines.map(({ since }) => since))).toEqual(new Set([startOf(older)]));
  });

  it('diff says the same of the two folders, of the two runs, and of the last run', async () => {
    for (const args of [[first, out], [older, newer], [older], [first], [], [startOf(older), startOf(newer)]])
      expectAll(await asked(...args));
  });

  it('a run that finds the same again leaves all files as they are but the manifest', async () => {
    const again = join(dir, 'again');
    await cp(out, again, { recursive: true });
    const aDay = 24 * 3600;
    const { providers } = await runDay(newer, again, {}, aDay);
    expect(Object.values(providers).map(({ readAt }) => readAt?.slice(0, 10))).toEqual(Array(6).fill('2026-08-23'));
    const paths = await filesIn(again);
    expect(paths).toEqual(await filesIn(out));
    const isOther = await Promise.all(
      paths.map(async (path) => (await readText(again, path)) !== (await readText(out, path))),
    );
    expect(paths.filter((_, i) => isOther[i])).toEqual(['run.json']);
    expect(await commandLine(['diff', '--out', again])).toMatchObject({
      ...{ code: 0, stdout: 'Nothing changed in the last run, of 2026-08-23T07:00:00.000Z.\n' },
    });
  });

  it('each side names its page, the day, the body and the row; of a list the witness', () => {
    const openrouter = { url: 'https://openrouter.ai/api/v1/models?output_modalities=all', witness: 'provider' };
    expect(find(lines, 'z-ai/glm-5.2', 'input')?.evidence).toEqual({
      before: {
        ...openrouter,
        fetchedAt: read.older,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        row: 1,
      },
      after: {
        ...openrouter,
        fetchedAt: read.newer,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        row: 1,
      },
    });
    expect(find(lines, 'qwen-3-32b', 'output')?.evidence.after).toMatchObject({
      witness: 'litellm',
      url: 'https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json',
      fetchedAt: read.newer,
    });
  });

  it('of what is gone the last prices and their page stay known', () => {
    const { before, after, evidence } = find(lines, 'glm-4.5-air')!;
    expect(after).toBeNull();
    expect(before).toMatchObject({ pricing: 'priced', cost: { input: 0.0002, output: 0.0011, cacheRead: 0.00003 } });
    expect(evidence).toMatchObject({
      before: { url: 'https://docs.z.ai/guides/overview/pricing.md', fetchedAt: read.older, row: 3 },
      after: { url: 'https://docs.z.ai/guides/overview/pricing.md', fetchedAt: read.newer, row: null },
    });
  });
});
