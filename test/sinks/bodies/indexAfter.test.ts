import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Readings } from '../../../src/model/reading.js';
import { notedOf } from '../../../src/read/notes.js';
import { indexAfter } from '../../../src/sinks/bodies/indexAfter.js';
import { bodyKeeper } from '../../../src/sinks/bodies/bodyKeeper.js';
import { noBodies } from '../../../src/store/bodies/bodyStore.js';
import { bodyPath } from '../../../src/store/paths.js';
import { aPage } from '../../builders.js';
import { temporaryFolder } from '../temporaryFolder.js';

it('what does not fit any more is in the index no more, nor is how to ask for it', async () => {
  const out = await temporaryFolder();
  const pages = ['one', 'two'].map((body) => {
    const request = { url: `https://acme.example/${body}` };
    return { request, page: aPage(body, { request, validators: { url: request.url, etag: body } }) };
  });
  const answers = await bodyKeeper(out, noBodies).keep(pages);
  const nobody: Readings = { schemaVersion: 2, sources: {} };
  const [one, two] = pages.map(({ page }) => page.sha256) as [string, string];
  await utimes(join(out, bodyPath(one)), 1, 1);

  const { index, dropped } = await indexAfter(out, { ...noBodies, answers }, nobody, pages, 30);
  expect(dropped).toEqual([one]);
  expect(Object.keys(index.answers)).toEqual([two]);
  expect(Object.values(index.requests).map(({ sha256 }) => sha256)).toEqual([two]);

  const pinned = { made: [{ version: '1', pages: pages.map(notedOf) }] };
  const kept = await indexAfter(out, { ...noBodies, answers }, { ...nobody, sources: { acme: pinned } }, pages, 30);
  expect(kept.dropped).toEqual([]);
});
