import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../../src/model/change.js';
import type { Model } from '../../../src/model/model.js';
import { prettyJson } from '../../../src/sinks/writeAtomically.js';
import { runDay } from '../../days/runDay.js';
import { aFile, anOffer, reread } from '../../changes/tables.js';
import { day2 } from '../../builders.js';
import { temporaryFolder } from '../../sinks/temporaryFolder.js';
import { commandLine, newFolder, ratecard } from '../ratecard.js';

const git = (cwd: string, ...args: string[]) =>
  promisify(execFile)('git', ['-c', 'user.name=a', '-c', 'user.email=a@acme.example', ...args], { cwd });

/** A folder as a run leaves it, with the offers of acme. */
async function aTable(dir: string, models: readonly Model[], file = aFile(models)): Promise<string> {
  await mkdir(join(dir, 'providers-enriched'), { recursive: true });
  await writeFile(join(dir, 'providers-enriched/acme.json'), prettyJson(file));
  return dir;
}

let dir: string;
let before: string;
let after: string;

beforeAll(async () => {
  dir = await newFolder();
  before = await aTable(join(dir, 'before'), [anOffer('m', 1), anOffer('old', 1), anOffer('same', 1)]);
  after = await aTable(join(dir, 'after'), [], reread([anOffer('m', 1.5), anOffer('new', 1), anOffer('same', 1)]));
});

afterAll(() => rm(dir, { recursive: true, force: true }));

const diff = (...args: string[]) => commandLine(['diff', ...args]);
const changesOf = async (...args: string[]): Promise<Change[]> => {
  const { stdout, stderr } = await diff(...args, '--json');
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Change[];
};
const told = [
  { kind: 'price', id: 'm', percent: 50 },
  { kind: 'offer-new', id: 'new' },
  { kind: 'offer-gone', id: 'old', missingSince: day2 },
];

describe('diff', () => {
  it('shows what changed in a table a kind', async () => {
    const { code, stdout, stderr } = await diff(before, after);
    expect([code, stderr]).toEqual([0, '']);
    const [head, prices, fresh, gone, ...more] = stdout.split('\n\n');
    expect([head, more]).toEqual([`Changed between ${before} and ${after}:`, []]);
    expect(prices).toBe(
      [
        'Prices in USD per 1M tokens: 1 up',
        '┌────────┬────────────┬────────────┬───────┬──────────┐',
        '│ offer  │     before │      after │    by │ says     │',
        '├────────┼────────────┼────────────┼───────┼──────────┤',
        '│ acme/m │       1000 │       1500 │ +50 % │ provider │',
        '│ input  │ 2026-01-01 │ 2026-01-02 │       │          │',
        '└────────┴────────────┴────────────┴───────┴──────────┘',
      ].join('\n'),
    );
    expect(fresh).toMatch(
      /^New offers: 1, with their prices in USD per 1M tokens\n[^]*│ acme\/new │ input 1000 +│ provider +│\n│ +│ +│ 2026-01-02 │/,
    );
    expect(gone).toMatch(
      /^Gone offers: 1, with their last prices in USD per 1M tokens\n[^]*│ acme\/old │ input 1000 +│ provider +│ 2026-01-02 +│\n│ +│ +│ 2026-01-01 │/,
    );
  });

  it('says it in JSON, all of it, and nothing else on stdout', async () => {
    expect(await changesOf(before, after)).toMatchObject(told);
  });

  it('shows the first dozen of each kind, those that moved the furthest first, and says how many more there are', async () => {
    const many = (factor: number) => Array.from({ length: 30 }, (_, i) => anOffer(`m${i}`, 1 + (factor * i) / 10));
    const [one, other] = [await temporaryFolder(), await temporaryFolder()];
    await aTable(one, many(0));
    await aTable(other, many(1));
    const { stdout } = await diff(one, other);
    expect(stdout.match(/acme\/m/g)).toHaveLength(12);
    expect(stdout).toMatch(/acme\/m29[^]*acme\/m28/);
    expect(stdout).toContain('… and 17 more: --json has them all');
  });

  it('says in one line that nothing changed, and in JSON by an empty list', async () => {
    expect(await diff(before, before)).toEqual({
      code: 0,
      stdout: `Nothing changed between ${before} and ${before}.\n`,
      stderr: '',
    });
    expect(await diff(before, before, '--json')).toMatchObject({ code: 0, stdout: '[]\n' });
    expect((await diff(before, before, '--markdown')).stdout).toMatch(/^Nothing changed/);
  });

  it('writes Markdown for a pull request, in which text is no markup', async () => {
    const name = '<img src=x onerror=alert(1)>|`a` @acme\u001b[2J';
    const when = { variant: '[x](http://a) <b>|*_@acme' };
    const offer = (input: number) => anOffer(name, 1, { tiers: [{ when, cost: { input } }] });
    const [one, other] = [await temporaryFolder(), await temporaryFolder()];
    await aTable(one, [offer(1)]);
    await aTable(other, [], reread([offer(2)]));
    const { stdout } = await diff(one, other, '--markdown');
    const row = stdout.split('\n').find((line) => line.includes('img'));
    expect(row).toBe(
      '| `` acme/<img src=x onerror=alert(1)>\\|`a` @acme\\u{1b}[2J ``<br>input, \\[x\\](http://a) \\<b\\>\\|\\*\\_@\u200bacme | 1000<br>2026-01-01 | 2000<br>2026-01-02 | +100 % | provider |',
    );
  });

  it.each([
    ['price>20%', 1, 'error: --fail-on price>20%: acme/m input went from 1000 USD per 1M to 1500 USD per 1M, +50 %\n'],
    ['price>50%', 0, ''],
    ['price<-1%,new>0', 1, 'error: --fail-on new>0: acme/new is new\n'],
    ['gone>0', 1, 'error: --fail-on gone>0: acme/old is gone\n'],
    ['gone>1,new>1', 0, ''],
  ])('--fail-on %s ends with %s', async (bound, code, stderr) => {
    const ended = await diff(before, after, '--json', '--fail-on', bound);
    expect(ended).toMatchObject({ code, stderr });
    expect(JSON.parse(ended.stdout)).toHaveLength(told.length);
  });

  it.each([['prices>20%'], ['price>20'], ['']])(
    '--fail-on "%s" is wrong usage, which says how it is written',
    async (bound) => {
      const { code, stdout, stderr } = await diff(before, after, '--fail-on', bound);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('It takes price>N%, price<-N%, gone>N or new>N, several by comma');
      expect(stderr.trim().split('\n')).toHaveLength(1);
    },
  );

  it('takes a folder before a run, a run before a git revision', async () => {
    const repo = await aTable(await temporaryFolder(), [anOffer('m', 1), anOffer('old', 1)]);
    await git(repo, 'init', '-q');
    await git(repo, 'add', '.');
    await git(repo, 'commit', '-qm', 'one');
    await git(repo, 'tag', 'v1');
    await aTable(repo, [], reread([anOffer('m', 1.5), anOffer('new', 1)]));
    await git(repo, 'commit', '-qam', 'two');
    for (const args of [
      ['HEAD~1'],
      ['v1', 'HEAD'],
      ['v1:'],
      ['HEAD~1', 'HEAD:./'],
      [before, 'HEAD', '--fail-on', 'new>9'],
    ])
      expect((await changesOf(...args, '--out', repo)).map(({ kind }) => kind)).toEqual(
        args[0] === before ? ['price', 'offer-new', 'offer-gone', 'offer-gone'] : ['price', 'offer-new', 'offer-gone'],
      );
    expect(await changesOf('HEAD', '--out', repo)).toEqual([]);
  });

  it('reads a folder within a repository, by its path or from within', async () => {
    const repo = await temporaryFolder();
    const out = await aTable(join(repo, 'site/data'), [anOffer('m', 1)]);
    await git(repo, 'init', '-q');
    await git(repo, 'add', '.');
    await git(repo, 'commit', '-qm', 'one');
    await aTable(out, [anOffer('m', 2)]);
    for (const name of ['HEAD', 'HEAD:site/data', 'HEAD:site/data/'])
      expect(await changesOf(name, '--out', out)).toMatchObject([{ before: 1, after: 2 }]);
  });

  it.each([
    [['nosuch'], 'error: "nosuch" is no folder or git revision with providers-enriched in it, and no run into'],
    [['--', '--output=x'], 'error: "--output=x" is no folder, run or git revision'],
    [['a', 'b', 'c'], 'error: too many arguments'],
    [['a', '--json', '--markdown'], 'error: --json and --markdown exclude each other'],
  ])('%j is wrong usage, told in one line', async (args, says) => {
    const { code, stdout, stderr } = await diff('--out', before, ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.startsWith(says)).toBe(true);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('says where to begin in a folder without a run, and which file is damaged', async () => {
    const empty = await temporaryFolder();
    expect(await diff('--out', empty)).toMatchObject({
      code: 1,
      stderr: `error: ${empty} holds no run: begin with \`ratecard run --out ${empty}\`\n`,
    });
    const damaged = await temporaryFolder();
    await aTable(damaged, []);
    await writeFile(join(damaged, 'providers-enriched/acme.json'), '{"half');
    const { code, stderr } = await diff(damaged, after);
    expect([code, stderr]).toEqual([
      1,
      `error: providers-enriched/acme.json of ${damaged} is damaged or of another version: \`ratecard run\` writes it anew\n`,
    ]);
    await writeFile(join(damaged, 'changes.jsonl'), '{}\n');
    expect((await diff('--out', damaged)).stderr).toContain('changes.jsonl, line 1, is damaged or of another version');
  });
});

describe('diff of runs', () => {
  let out: string;
  beforeAll(async () => {
    out = join(dir, 'out');
    await runDay('2026-08-01', out);
    await runDay('2026-08-22', out);
  });

  it.each([
    [
      ['2026-08-22', '2026-08-01'],
      'error: 2026-08-01T07:00:00.000Z is before 2026-08-22T07:00:00.000Z: name the older one first',
    ],
    [['2020-01-01'], 'error: "2020-01-01" is no folder or git revision'],
  ])('%j is wrong usage', async (args, says) => {
    const { code, stderr } = await diff('--out', out, ...args);
    expect(code).toBe(2);
    expect(stderr.slice(0, says.length)).toBe(says);
  });

  it('takes what a run found for what was before it', async () => {
    expect(await changesOf('2026-08-22', '--out', out)).toEqual([]);
    expect((await changesOf('2026-08-10', '2026-08-22', '--out', out)).length).toBeGreaterThan(0);
  });

  it('holds the last run against a folder, for its table stands there, and no other run', async () => {
    const { code, stderr } = await diff('--out', out, '2026-08-01', before);
    expect([code, stderr.split(' into ')[0]]).toEqual([2, 'error: the run 2026-08-01 can be held against other runs']);
    expect((await changesOf(before, '2026-08-22', '--out', out)).some(({ kind }) => kind === 'provider-new')).toBe(
      true,
    );
  });

  it('two runs seconds apart changed nothing: by the program itself', async () => {
    await runDay('2026-08-22', out, {}, 5);
    const { code, stdout } = await ratecard(['diff', '--out', out]);
    expect([code, stdout]).toEqual([0, 'Nothing changed in the last run, of 2026-08-22T07:00:05.000Z.\n']);
    const failed = await ratecard(['diff', '2026-08-01', '--out', out, '--fail-on', 'price>30%']);
    expect([failed.code, failed.stderr]).toEqual([
      ...[
        1,
        'error: --fail-on price>30%: openrouter/z-ai/glm-5.2 cacheRead went from 0.141154 USD per 1M to 0.1932 USD per 1M, +36.9 % (and 3 more)\n',
      ],
    ]);
  });
});
