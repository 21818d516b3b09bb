import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { levelNamed } from '../../src/cost/served.js';
import { cost } from '../../src/model/cost.js';

/** Texts in quotes after a mark, up to the bracket that ends the list. */
function listAfter(text: string, mark: RegExp): string[] {
  const start = mark.exec(text)?.index ?? -1;
  expect(start, String(mark)).toBeGreaterThanOrEqual(0);
  const list = /[[(]('[^\])]*)[\])]/.exec(text.slice(start))?.[1] ?? '';
  return [...list.matchAll(/'([^']*)'/g)].map(([, word = '']) => word);
}

// That they price as `cost --stdin` does is held by examples/engines/check.js, which CI runs.
describe.each(['duckdb', 'clickhouse'])('the rules in the words of %s', (engine) => {
  const text = readFile(join(import.meta.dirname, `../../examples/sql/${engine}/price_cells.sql`), 'utf8');

  it('know the names of the standard level of service', async () => {
    const names = listAfter(await text, /level_word\(name\) IN/);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => levelNamed(name) !== null)).toEqual([]);
  });

  it('know all components that are counted in tokens, for offers that are free', async () => {
    const tokens = Object.keys(cost.shape).filter((name) => !name.startsWith('per'));
    expect(listAfter(await text, /usd = 0(,|\))/)).toEqual(tokens);
  });
});
