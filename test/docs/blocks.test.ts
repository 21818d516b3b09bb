import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../src/store/enriched.js';
import { type Ended, newFolder } from '../cli/ratecard.js';
import { blocks, cutLike, type Step } from './blocks.js';
import { issueCodes } from './issueCodes.js';
import { page } from './pages.js';
import { openShell, type Shell } from './shell.js';
import { withTable } from './tableParts.js';

/** Every block of commands in the README and docs/, on one table that the README's own run makes from the recordings. */
describe('the commands of the pages', { timeout: 60_000 }, () => {
  let folder: string;
  let shell: Shell;
  const ended = new Map<string, Ended>();
  beforeAll(async () => {
    folder = await newFolder();
    shell = await openShell(folder);
  });
  afterAll(async () => {
    await shell.close();
    await rm(folder, { recursive: true });
  });

  const steps = blocks.flatMap(({ path, steps }) =>
    steps.map((step): [string, Step] => [`${path}: ${step.command}`, step]),
  );
  for (const [name, { command, shown, unless }] of steps) {
    if (unless !== undefined) it.skip(`${name} (${unless})`);
    else
      it(name, async () => {
        const done = await shell.run(command);
        ended.set(command, done);
        expect([done.code, done.code === 0 ? '' : done.stderr]).toEqual([0, '']);
        if (shown) expect(shown[0], 'what the page shows of it').not.toBe('');
        if (shown) expect(shown).toEqual(cutLike(shown, `${done.stdout}${done.stderr}`));
      });
  }

  it('are many, and few of them are not run', () => {
    expect(steps.length).toBeGreaterThan(30);
    expect(steps.filter(([, { unless }]) => unless?.includes('recordings')).length).toBeLessThan(10);
  });

  it('README.md tells of the table as it is (run `pnpm generate` to refresh it)', async () =>
    expect(page('README.md')).toBe(await withTable(page('README.md'), join(folder, 'data'))));

  it('every issue of the table has its line in docs/fields.md', async () => {
    const table = await readTable(join(folder, 'data'));
    const codes = table.flatMap(({ models }) =>
      models.flatMap(({ pricing }) => pricing.issues.map(({ code }) => code)),
    );
    expect([...new Set(codes)].filter((code) => !issueCodes.has(code))).toEqual([]);
  });

  it('a list of models ends in a file that a CSV reader takes: all below $1, all with tools, the cheapest first', () => {
    const csv = ended.get('ratecard models --tools --max-output-price 1 --format csv')?.stdout ?? '';
    const rows = parse<Readonly<Record<string, string>>>(csv, { columns: true });
    expect(rows.length).toBeGreaterThan(200);
    const costs = rows.map((row) => Number(row['output_usd_per_1m']));
    expect(costs.filter((price) => !(price <= 1))).toEqual([]);
    expect(rows.filter(({ tools }) => tools !== 'true')).toEqual([]);
    const sums = rows.map((row, i) => Number(row['input_usd_per_1m']) + costs[i]!);
    expect(sums.every((sum, i) => i === 0 || sum >= sums[i - 1]! - 1e-9)).toBe(true);
    expect(rows.filter((row) => row['cheapest_provider'] === '')).toEqual([]);
  });
});

describe('a newcomer with the README alone', () => {
  const own = blocks.filter(({ path }) => path === 'README.md').flatMap(({ steps }) => steps);
  const asked = (pattern: RegExp): Step[] => own.filter(({ command }) => pattern.test(command));
  const saidOf = (pattern: RegExp): string =>
    asked(pattern)
      .flatMap(({ shown = [] }) => shown)
      .join('\n');

  it('gets the table, with a network and without, by what is there on a machine with Node', () => {
    const runs = asked(/^npx --yes pnpm@10 pipeline\b/);
    expect(runs.map(({ command }) => command.includes('--offline'))).toEqual([false, true]);
  });
  it('has the short name that all other commands use', () =>
    expect(asked(/^ratecard\(\) \{ npx --yes pnpm@10 -s pipeline "\$@"; \}/)).toHaveLength(1));
  it('finds out why a price is missing', () =>
    expect(saidOf(/^ratecard explain /)).toMatch(/^unknown: no price\n.*^disputed: /ms));
  it('finds the cheapest offer of a model', () => expect(saidOf(/^ratecard offers /)).toMatch(/│ offer .*│ output /));
  it('learns what a call costs', () => expect(saidOf(/^ratecard cost /)).toMatch(/: \d\.\d+ USD$/m));
  it('learns what changed since last month', () => expect(asked(/^ratecard diff\b|--at /)).toHaveLength(2));
});
