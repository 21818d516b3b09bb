import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { helpOf } from './helpOf.js';
import manifest from '../../package.json' with { type: 'json' };
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { commandLine } from './ratecard.js';

describe('the command line', () => {
  it.each([
    [['--concurrency', '0'], /--concurrency.*whole number from 1 to 64/],
    [['--concurrency', '-3'], /--concurrency.*whole number from 1 to 64/],
    [['--concurrency', 'abc'], /--concurrency.*whole number from 1 to 64/],
    [['--concurrency', '1e9'], /--concurrency.*whole number from 1 to 64/],
    [['--timeout', 'x'], /--timeout.*number of seconds/],
    [['--limit', '0'], /--limit.*whole number from 1/],
    [['--min-confidence', '1.1'], /--min-confidence.*number from 0 to 1/],
    [['--min-confidence', '-0.1'], /--min-confidence.*number from 0 to 1/],
    [['--stdout', 'all'], /--stdout.*raw or enriched/],
    [['--provider', 'opnai'], /no provider "opnai".*openai/i],
    [['--concurency', '3'], /unknown option '--concurency'.*--concurrency/],
    [['--offline', '--live'], /exclude each other/],
    [['--offline', '--mirror', 'http://localhost'], /--offline asks no mirror/],
    [['--mirror', 'ftp://x'], /--mirror.*web address/],
    [['--mirror', 'http://me:secret@localhost'], /--mirror.*without a name and password/],
    [['--prices', 'https://me:secret@x.example/list.json'], /--prices.*without a name and password/],
    [['--prices', '/no/such/list.json'], /--prices \/no\/such\/list\.json can't be read \(ENOENT\)/],
    [['--offline', '--prices', 'https://x.example/list'], /--offline asks no network: give --prices a file/],
    [['help', 'nosuch'], /no command "nosuch"/],
    [['dwnload'], /no command "dwnload".*download/],
    [['nosuchthing'], /no command "nosuchthing"$/m],
    [['--provider', 'nosuchthing'], /no provider "nosuchthing": `ratecard sources` lists them all$/m],
    [['explain', 'x', '--provider', 'groq', '--provider', 'openai'], /explain takes one --provider/],
    [['enrich-pricing', '--stdin', '--provider', 'groq'], /--stdin takes records of any provider/],
    [['sources', 'groq'], /too many arguments/],
  ])('is wrong with %j: one line, exit 2, nothing written', async (args, message) => {
    const out = join(await temporaryFolder(), 'out');
    const { code, stdout, stderr } = await commandLine([...args, '--out', out]);
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toMatch(message);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  it('prints help and version, and does nothing else', async () => {
    expect(await commandLine(['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
    for (const { name } of commands) {
      const { code, stdout, stderr } = await commandLine([name, '--help']);
      expect([name, code, stderr]).toEqual([name, 0, '']);
      expect(stdout).toMatch(new RegExp(`^Usage: ratecard ${name} \\[options\\]`));
    }
  });

  it('runs the first command where none is named, and its help says so, with the options of that', async () => {
    expect(commands[0]?.name).toBe('run');
    const { stdout } = await commandLine(['--help']);
    const [, own = ''] = (await commandLine(['run', '--help'])).stdout.split('\nOptions:\n');
    expect(own).toContain('--offline');
    expect(stdout.endsWith(`\nWithout a command it does what \`ratecard run\` does, with its options:\n${own}`)).toBe(
      true,
    );
  });

  it('tells the help of every command in one text', () => {
    const headings = helpOf().match(/^Usage: ratecard (\S+)/gm) ?? [];
    expect(headings).toEqual(
      ['[options]', ...commands.map(({ name }) => name)].map((word) => `Usage: ratecard ${word}`),
    );
  });
});
