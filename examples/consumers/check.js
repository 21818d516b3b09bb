// Asks the heavy consumers about the exports of an output folder, and holds docs/exports.md to what they answer:
//   node check.js <output folder> [--write]
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { duckdb } from './duckdb.js';
import { ccusage } from './ccusage.js';
import { opencode } from './opencode.js';
import { sqlite } from './sqlite.js';

const [out = 'data', flag] = process.argv.slice(2);
const root = join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

const around = {
  assert,
  exports: join(out, 'exports'),
  json: async (path) => JSON.parse(await readFile(join(out, 'exports', path), 'utf8')),
  /** Runs a program with nothing of the machine's own settings; its stdout is a file, for some end before a pipe has all. */
  alone: async (program, args, env) => {
    const home = await mkdtemp(join(tmpdir(), 'ratecard-consumer-'));
    const said = await open(join(home, 'stdout'), 'w');
    try {
      const child = spawn(program, args, {
        ...{ cwd: home, env: { PATH: process.env.PATH, HOME: home, ...env }, stdio: ['ignore', said.fd, 'inherit'] },
      });
      const [code] = await once(child, 'exit');
      assert.equal(code, 0, `${program} ended with ${code}`);
      return await readFile(join(home, 'stdout'), 'utf8');
    } finally {
      await said.close();
      await rm(home, { recursive: true, force: true });
    }
  },
  require,
};

const rows = [];
for (const ask of [opencode, duckdb, sqlite, ccusage]) {
  const { consumer, version, pointed, asked, answered } = await ask(around);
  rows.push(`| ${consumer} | ${version} | ${pointed} | ${asked} | ${answered} |`);
}

const path = join(root, 'docs/exports.md');
const page = await readFile(path, 'utf8');
const [start, end] = ['<!-- heavy -->', '<!-- /heavy -->'];
const head = [
  '| consumer | version | how it is pointed at our file | what it was asked | what it answered |',
  '|---|---|---|---|---|',
];
const told = `${page.slice(0, page.indexOf(start))}${start}\n${[...head, ...rows].join('\n')}\n${page.slice(page.indexOf(end))}`;
if (flag === '--write') await writeFile(path, told);
else assert.ok(page === told, 'docs/exports.md is not what the consumers answered: run it with --write');
