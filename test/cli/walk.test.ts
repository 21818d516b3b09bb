import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { readme } from '../readme.js';
import { type Ended, newFolder, ratecard } from './ratecard.js';

/** A command of the README with what is shown of its output; `…` stands for anything. */
interface Shown {
  readonly args: readonly string[];
  readonly lines: readonly string[];
}

/** The first block of that heading, command by command. */
function walkUnder(heading: string): Shown[] {
  const block = /^```\n(.*?)^```$/ms.exec(readme().split(`\n## ${heading}\n`)[1] ?? '')?.[1] ?? '';
  return block.split(/^\$ pnpm -s pipeline /m).flatMap((part) => {
    const [command = '', ...lines] = part.split('\n');
    return command === '' ? [] : [{ args: command.split(' '), lines: lines.filter((line) => line !== '') }];
  });
}

const plain = (text: string): string => text.replaceAll(/ +/g, ' ');
const asPattern = (line: string): RegExp =>
  new RegExp(
    `^${plain(line)
      .split(/ ?… ?/)
      .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('.*')}`,
    'm',
  );

describe("the README's walk from a model to its offers, with the real program and without a network", () => {
  const walk = walkUnder('Find a model');
  const ended: Ended[] = [];
  beforeAll(async () => {
    const cwd = await newFolder();
    for (const { args } of walk) ended.push(await ratecard(args, { cwd }));
  }, 120_000);

  it('has two commands', () => expect(walk.map(({ args }) => args[0])).toEqual(['offers', 'models']));

  it.each(walk.map(({ args }, i) => [args.join(' '), i] as const))('%s says what is shown', (_, i) => {
    const { code, stdout, stderr } = ended[i]!;
    expect(code).toBe(0);
    const said = plain(`${stdout}${stderr}`);
    expect(walk[i]!.lines.filter((line) => !asPattern(line).test(said))).toEqual([]);
  });

  it('ends in a file that a CSV reader takes: all below $1, all with tools, the cheapest first', () => {
    const rows = parse<Readonly<Record<string, string>>>(ended[1]!.stdout, { columns: true });
    expect(rows.length).toBeGreaterThan(200);
    const costs = rows.map((row) => Number(row['output_usd_per_1m']));
    expect(costs.filter((price) => !(price <= 1))).toEqual([]);
    expect(rows.filter(({ tools }) => tools !== 'true')).toEqual([]);
    const sums = rows.map((row, i) => Number(row['input_usd_per_1m']) + costs[i]!);
    expect(sums.every((sum, i) => i === 0 || sum >= sums[i - 1]! - 1e-9)).toBe(true);
    expect(rows.filter((row) => row['cheapest_provider'] === '')).toEqual([]);
  });
});
