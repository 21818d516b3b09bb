import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exports } from '../../../src/exports/index.js';
import { writeAtomically, prettyJson } from '../../../src/sinks/writeAtomically.js';
import { historyPath, providerPath } from '../../../src/store/paths.js';
import { parquetRows } from '../../exports/readers/rows.js';
import { anOffer, aTable } from '../../exports/table.js';
import { aLine, day } from '../../history/builders.js';
import { commandLine, newFolder } from '../ratecard.js';

let out = '';
beforeAll(async () => {
  out = await newFolder();
  const table = aTable(anOffer('m', { input: 0.00015, output: 0.0006, perSearch: 0.01 }));
  for (const file of table) await writeAtomically(out, providerPath('enriched', file.provider.id), prettyJson(file));
});
afterAll(() => rm(out, { recursive: true }));

const exported = (...args: string[]) => commandLine(['export', ...args, '--out', out]);

describe('export', () => {
  it('writes one format to stdout and nothing else', async () => {
    const { code, stdout, stderr } = await exported('litellm');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const map = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(map)).toEqual(['acme/m']);
    expect(map['acme/m']).toMatchObject({ input_cost_per_token: 1.5e-7, output_cost_per_token: 6e-7 });
  });

  it('writes all formats below exports, the same as on stdout, and leaves no temporary file', async () => {
    const { code, stdout, stderr } = await exported('--all');
    expect({ code, stdout, stderr }).toEqual({
      ...{ code: 0, stdout: '', stderr: `Written: ${exports.length} formats to ${out}/exports.\n` },
    });
    for (const { path } of exports) expect((await readFile(join(out, 'exports', path))).length).toBeGreaterThan(0);
    const names = await readdir(join(out, 'exports'), { recursive: true });
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(await readFile(join(out, 'exports/csv/prices.csv'), 'utf8')).toBe((await exported('csv')).stdout);
  });

  it('reads the price history of the folder for a format that has a place for it', async () => {
    const head = { schemaVersion: 2, month: '2026-11', previous: null };
    const lines = [head, aLine({ usd: 0.001, validTo: day(5) }), aLine({ line: 2, usd: 0.00015, validFrom: day(5) })];
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    await writeAtomically(out, historyPath, text);
    await exported('--all');
    await rm(join(out, historyPath));
    const rows = await parquetRows(await readFile(join(out, 'exports/parquet/prices.parquet')));
    const inputs = rows.filter(({ price_field }) => price_field === 'input');
    expect(inputs.map(({ price_usd, valid_from }) => [price_usd, valid_from])).toEqual([
      [0.001, new Date(day(1))],
      [0.00015, new Date(day(5))],
    ]);
  });

  it('reports what a format has no place for', async () => {
    const { stdout } = await exported('models.dev', '--report', '--json');
    expect(JSON.parse(stdout)).toMatchObject([
      {
        ...{ format: 'models.dev', path: 'models.dev/api.json' },
        lost: [{ why: 'no place for perSearch', prices: 1, offers: 1, such: 'acme/m' }],
      },
    ]);
    const all = await exported('--report');
    for (const { format } of exports) expect(all.stdout).toContain(format);
  });

  it.each([
    [[], 'error: which format? One of models.dev, '],
    [['litelm'], 'error: no format "litelm"; did you mean "litellm"?'],
    [['csv', '--all'], 'error: --all is every format: leave out "csv", or --all'],
    [['--all', '--report'], 'error: --all and --report exclude each other'],
    [['csv', '--json'], 'error: --json goes with --report'],
  ])('refuses %j in one line', async (args, says) => {
    const { code, stdout, stderr } = await exported(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.startsWith(says), stderr).toBe(true);
    expect(stderr.trimEnd()).not.toContain('\n');
  });
});
