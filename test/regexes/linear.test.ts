import { createRequire } from 'node:module';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Recheck from 'recheck';
import { describe, expect, it } from 'vitest';
import { regexesIn, regexesOf } from './collect.js';

const require = createRequire(import.meta.url);
const { version } = require('recheck/package.json') as { version: string };

// The checker as JavaScript: without its binaries, and in this very process.
process.env['RECHECK_SYNC_BACKEND'] = 'pure';
const { checkSync } = require('recheck') as typeof Recheck;

/** The expressions that this version of the checker found linear, one a line: the check of all of them takes minutes. */
const file = join(import.meta.dirname, 'linear.txt');
const head = `recheck ${version}`;

const nameOf = ({ source, flags }: { source: string; flags: string }): string => `/${source}/${flags}`;

function checked(): ReadonlySet<string> {
  const [first, ...names] = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  return new Set(first === head ? names : []);
}

/** Linear, or what the checker has against it. An answer that it does not find in time is none. */
function verdictOf(source: string, flags: string): string {
  const found = checkSync(source, flags, { timeout: 60_000, randomSeed: 1 });
  if (found.status === 'safe') return 'linear';
  return found.status === 'vulnerable' ? found.complexity.summary : `unknown (${found.error.kind})`;
}

describe('the regular expressions of the program', () => {
  it('are found wherever they stand', () => {
    const text =
      "const a = '[a-z]'; const b = new RegExp(String.raw`^${a}\\d+$`, 'i'); const c = (x: string) => [/x/g, RegExp(x)];";
    expect(regexesIn('a.ts', text).map(nameOf)).toEqual([String.raw`/^[a-z]\d+$/i`, '/x/g', '/word/']);
  });

  it('are told apart by the checker', () => {
    expect(verdictOf(String.raw`\d+\.?\d*$`, '')).toMatch(/polynomial/);
    expect(verdictOf('^(a+)+$', '')).toMatch(/exponential/);
    expect(verdictOf('^a+$', '')).toBe('linear');
  });

  it('are linear, all of them', { timeout: 600_000 }, () => {
    const known = checked();
    const all = regexesOf();
    const names = [...new Set(all.map(nameOf))].sort();
    const bad = all
      .filter((found) => !known.has(nameOf(found)))
      .map(({ source, flags, at }) => ({ at, name: nameOf({ source, flags }), verdict: verdictOf(source, flags) }))
      .filter(({ verdict }) => verdict !== 'linear');
    expect(bad).toEqual([]);
    if (!process.env['CI']) writeFileSync(file, [head, ...names, ''].join('\n'));
  });
});
