import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { showInterrupted } from '../../../src/cli/show/interrupted.js';
import { page } from '../../docs/pages.js';

const said = (paths: readonly string[], out = 'mine'): Promise<string> => {
  const stderr = new PassThrough();
  showInterrupted(
    paths.map((path) => ({ path, sha256: 'abc' })),
    { out },
    { stderr },
  );
  return text(stderr.end());
};

it.each([
  [[], 'nothing was written'],
  [['providers/a.json'], '1 file was written to mine'],
  [['providers/a.json', 'providers-enriched/a.json'], '2 files were written to mine'],
])('says in one line what a run that was broken off has left: %j', async (paths, left) =>
  expect(await said(paths)).toBe(`\nInterrupted: ${left}, the manifest is that of the last whole run.\n`),
);

it('folds no line of a terminal', async () => {
  const stderr = Object.assign(new PassThrough(), { columns: 60 });
  showInterrupted([], {}, { stderr });
  expect(await text(stderr.end())).toBe(
    '\nInterrupted: nothing was written, the manifest is that of\n  the last whole run.\n',
  );
});

it('says it as docs/cli.md has it', async () => {
  const paths = Array.from({ length: 12 }, (_, i) => `providers/${i}.json`);
  expect(page('docs/cli.md')).toContain(`\`${(await said(paths, 'data')).trim()}\``);
});
