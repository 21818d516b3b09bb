import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTableLazily } from '../../src/store/lazyTable.js';
import { aModel, anOrigin, aProviderFile } from '../builders.js';
import { writtenFolder } from './writtenFolder.js';

const models = [aModel('a'), aModel('b', { model: { key: 'acme/b', line: 'acme/b', facets: {} } })];
const future = anOrigin({ fetchedAt: '9999-01-01T00:00:00.000Z' });
const acme = aProviderFile({ models, sources: { ...aProviderFile().sources, docs: future } });
const { id } = acme.provider;
const nobody = () => Promise.reject(new Error('the sources are opened'));

describe('a table in a folder', () => {
  it('gives offers one by one as it gives all of them', async () => {
    const table = await openTableLazily(await writtenFolder([acme]), nobody);
    const [part, whole] = [await table.part?.(id), await table(id)];
    expect([...(part?.offers.keys() ?? [])]).toEqual(whole?.items.map((offer) => offer.id));
    for (const offer of whole?.items ?? []) expect(part?.offers.get(offer.id)).toEqual(offer);
    expect(part?.offers.get('c')).toBeUndefined();
    expect(Object.keys(part?.sources ?? {})).toEqual(Object.keys(whole?.sources ?? {}));
    expect(Date.parse(part?.sources['docs']?.fetchedAt ?? '')).toBeLessThanOrEqual(Date.now());
  });

  it('gives none so of a file that is another than the run wrote, or of nobody', async () => {
    const out = await writtenFolder([acme]);
    await appendFile(join(out, `providers/${id}.json`), ' ');
    const table = await openTableLazily(out, nobody);
    expect([await table.part?.(id), await table.part?.('nobody'), await table.part?.('../run')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect((await table(id))?.items.map((offer) => offer.id)).toEqual(['a', 'b']);
  });
});
