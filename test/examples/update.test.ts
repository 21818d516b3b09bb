import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { anOffer, reread } from '../changes/tables.js';
import { root } from '../cli/ratecard.js';
import { prettyJson } from '../../src/sinks/writeAtomically.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';

const folder = join(import.meta.dirname, '../../examples/github-actions');
const script = join(folder, 'update.sh');
const execute = promisify(execFile);

/** Stands in for GitHub's program: writes down what it is asked, and knows a proposal by a file. */
const gh = (dir: string) => `#!/usr/bin/env bash
echo "$1 $2" >> ${dir}/asked
case "$1 $2" in
  'pr list') [ ! -e ${dir}/proposed ] || echo 1 ;;
  'pr create') touch ${dir}/proposed; cp "\${@: -1}" ${dir}/body ;;
  'pr edit') cp "\${@: -1}" ${dir}/body ;;
  'pr close') rm ${dir}/proposed ;;
  'release view') grep -qx "$3" ${dir}/releases ;;
  'release create') echo "$3" >> ${dir}/releases; printf '%s\\n' "\${@:10}" > ${dir}/assets ;;
esac
`;

/** Stands in for ratecard: a price above 10 is beyond the bound. */
const ratecard = `#!/usr/bin/env bash
case "$*" in
  'export --all --out prices') mkdir -p prices/exports/csv prices/exports/focus; touch prices/exports/{csv,focus}/prices.csv ;;
  'diff HEAD --out prices --markdown') echo "now $(cat prices/providers-enriched/acme.json)" ;;
  'diff HEAD --out prices --fail-on price>20%') [ "$(cat prices/providers-enriched/acme.json)" -le 10 ] ;;
  *) exit 2 ;;
esac
`;

/** Writes what a run leaves: a table, and a manifest, readings and answers that are never the same. */
async function run(clone: string, price: number | string, held: readonly string[] = []): Promise<void> {
  for (const name of ['providers-enriched', 'bodies']) await mkdir(join(clone, 'prices', name), { recursive: true });
  await writeFile(join(clone, 'prices/bodies/index.json'), `${Math.random()}\n`);
  await writeFile(join(clone, 'prices/providers-enriched/acme.json'), `${price}\n`);
  await writeFile(join(clone, 'prices/run.json'), `${Math.random()}\n`);
  const baselines = { acme: { readings: [Math.random()], held }, bolt: { readings: [], held: [] } };
  await writeFile(join(clone, 'prices/baselines.json'), JSON.stringify(baselines, null, 2));
}

let first = '';
beforeAll(async () => {
  first = await mkdtemp(join(tmpdir(), 'ratecard-'));
  const git = (...args: string[]) => execute('git', args, { cwd: join(first, 'clone') });
  await execute('git', ['init', '-q', '--bare', '-b', 'main', join(first, 'origin')]);
  await execute('git', ['clone', '-q', join(first, 'origin'), join(first, 'clone')]);
  await git('checkout', '-q', '-b', 'main');
  await git('config', 'user.name', 'A person');
  await git('config', 'user.email', 'person@acme.example');
  await git('commit', '-q', '--allow-empty', '-m', 'Begin');
  await git('push', '-q', '-u', 'origin', 'main');
});
afterAll(() => rm(first, { recursive: true }));

/** A repository with a remote, in which a table with the price 1 is committed. */
async function repository() {
  const dir = await temporaryFolder();
  const clone = join(dir, 'clone');
  await cp(first, dir, { recursive: true });
  const env = { ...process.env, OUT: 'prices', RATECARD: join(dir, 'ratecard'), GH: join(dir, 'gh') };
  const git = async (...args: string[]) => (await execute('git', args, { cwd: clone })).stdout.trim();
  await git('remote', 'set-url', 'origin', join(dir, 'origin'));
  await writeFile(join(dir, 'gh'), gh(dir), { mode: 0o755 });
  await writeFile(join(dir, 'ratecard'), ratecard, { mode: 0o755 });
  for (const name of ['asked', 'releases']) await writeFile(join(dir, name), '');
  const at = {
    git,
    runs: (price: number | string, held?: readonly string[]) => run(clone, price, held),
    script: async (part: string, more = {}) =>
      (await execute('bash', [script, part], { cwd: clone, env: { ...env, ...more } })).stdout.trim(),
    told: async (file: string) => (await readFile(join(dir, file), 'utf8').catch(() => '')).trim(),
    price: (revision: string) => git('show', `${revision}:prices/providers-enriched/acme.json`),
    commits: async () => Number(await git('rev-list', '--count', 'origin/main')),
  };
  await at.runs(1);
  await at.script('keep');
  return at;
}

describe('the nightly job', { timeout: 30_000 }, () => {
  it('commits the first table, and a changed one, and pushes it', async () => {
    const at = await repository();
    expect([await at.commits(), await at.price('origin/main')]).toEqual([2, '1']);
    await at.runs(2);
    expect(await at.script('keep')).toMatch(/^Committed: /);
    expect([await at.commits(), await at.price('origin/main')]).toEqual([3, '2']);
    expect(await at.git('ls-files')).not.toContain('bodies');
  });

  it('commits nothing where only the manifest and the readings are others', async () => {
    const at = await repository();
    await at.runs(1);
    expect(await at.script('keep')).toBe('Nothing changed.');
    expect([await at.commits(), await at.git('status', '--porcelain')]).toEqual([2, '?? prices/bodies/']);
  });

  it('commits that a price was kept back, for the next night takes it by that', async () => {
    const at = await repository();
    await at.runs(1, ['m input 0.01']);
    expect(await at.script('keep')).toMatch(/^Committed: /);
    await at.runs(1, ['m input 0.02']);
    expect(await at.script('keep')).toMatch(/^Committed: /);
    await at.runs(1, ['m input 0.02']);
    expect(await at.script('keep')).toBe('Nothing changed.');
  });

  it('proposes what is beyond the bound, in one proposal however many nights, and leaves the main branch alone', async () => {
    const at = await repository();
    await at.runs(50);
    expect(await at.script('keep')).toBe('Proposed: prices/next');
    expect([await at.price('origin/main'), await at.price('origin/prices/next')]).toEqual(['1', '50']);
    expect([await at.told('body'), await at.git('branch', '--show-current')]).toEqual(['now 50', 'main']);
    await at.script('resume');
    expect(await at.git('diff', '--stat')).toContain('acme.json');
    await at.runs(60);
    await at.script('keep');
    expect([await at.price('origin/prices/next'), await at.told('body')]).toEqual(['60', 'now 60']);
    expect((await at.told('asked')).match(/pr (create|edit)/g)).toEqual(['pr create', 'pr edit']);
  });

  it.each([
    ['as they were', 1],
    ['within the bound', 3],
  ])('takes a proposal back where the prices are %s again', async (_, price) => {
    const at = await repository();
    await at.runs(50);
    await at.script('keep');
    await at.runs(price);
    await at.script('keep');
    expect([await at.price('origin/main'), await at.told('asked')]).toEqual([
      `${price}`,
      expect.stringMatching(/pr close$/),
    ]);
  });

  it('commits nothing, and says so, where the tables can not be compared', async () => {
    const at = await repository();
    await at.runs(2);
    await expect(at.script('keep', { RATECARD: 'false' })).rejects.toThrow(/could not be compared/);
    expect(await at.commits()).toBe(2);
  });

  it('fails where a change would go by unseen', async () => {
    const at = await repository();
    await at.runs(2);
    // As a mistaken condition would: there is never a difference.
    const blind = await temporaryFolder();
    const git = '#!/usr/bin/env bash\n[ "$1" != diff ] || exit 0\nPATH=${PATH#*:} exec git "$@"\n';
    await writeFile(join(blind, 'git'), git, { mode: 0o755 });
    const PATH = `${blind}:${process.env['PATH']}`;
    await expect(at.script('keep', { PATH })).rejects.toThrow(/would not be committed/);
  });

  it('publishes each table once, a merged one too, under a name for ever', async () => {
    const at = await repository();
    expect(await at.script('publish')).toMatch(/^Published: prices-\d{4}-\d\d-\d\d-[0-9a-f]{7}$/);
    expect(await at.told('assets')).toMatch(/csv-prices\.csv\n.*focus-prices\.csv$/);
    expect(await at.script('publish')).toMatch(/^Published before: /);
    await at.runs(50);
    await at.script('keep');
    await at.git('merge', '-q', 'prices/next');
    expect(await at.script('publish')).toMatch(/^Published: /);
    await at.runs(50);
    expect(await at.script('keep')).toBe('Nothing changed.');
    expect((await at.told('releases')).split('\n')).toHaveLength(2);
  });

  it('asks the program what moved, and by how much', async () => {
    const at = await repository();
    const RATECARD = `${process.execPath} ${join(root, 'dist/cli/main.js')}`;
    const table = (price: number) => prettyJson(reread([anOffer('m', price)]));
    await at.runs(table(1));
    await at.git('commit', '-q', '-a', '-m', 'A table that the program reads');
    const said: string[] = [];
    for (const price of [1.1, 1.5]) {
      await at.runs(table(price));
      said.push(await at.script('keep', { RATECARD }));
    }
    expect(said).toEqual([expect.stringMatching(/^Committed: /), 'Proposed: prices/next']);
    expect(await at.told('body')).toMatch(/`acme\/m`.*\+36/);
  });

  it('checks itself', async () => {
    const at = await repository();
    expect(await at.script('self-check')).toBe('A changed table leads to a commit.');
  });
});

interface Workflow {
  readonly on: { readonly schedule: readonly { readonly cron: string }[] };
  readonly permissions: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: {
    readonly site: unknown;
    readonly update: { readonly steps: readonly { readonly run?: string; readonly if?: string }[] };
  };
}

describe('update.yml', () => {
  it('runs every night, may write, and hangs no step on a condition', async () => {
    const workflow = parse(await readFile(join(folder, 'update.yml'), 'utf8')) as Workflow;
    const { steps } = workflow.jobs.update;
    expect(workflow.on.schedule[0]?.cron).toMatch(/^\d+ \d+ \* \* \*$/);
    expect(workflow.permissions).toEqual({ contents: 'write', 'pull-requests': 'write' });
    expect(steps.filter((step) => step.if !== undefined)).toEqual([]);
    const parts = steps.flatMap((step) => /(?:update\.sh|RATECARD) (\S+)/.exec(step.run ?? '')?.[1] ?? []);
    expect(parts).toEqual(['self-check', 'resume', 'run', 'keep', 'publish', 'report']);
    expect(workflow.jobs.site).toMatchObject({ needs: 'update', permissions: { pages: 'write', 'id-token': 'write' } });
  });
});
