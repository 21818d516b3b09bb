import { describe, expect, it } from 'vitest';
import { snapshotHead } from '../../src/model/snapshot.js';
import { fromProviderFile } from '../../src/store/fromFile.js';
import { anOrigin, aProviderFile } from '../builders.js';

describe('the snapshot of a file', () => {
  it('is one of a recording where a recording gave it', () =>
    expect(fromProviderFile(aProviderFile({ sources: { api: anOrigin({ via: 'recording' }) } }))).toMatchObject({
      status: 'recording',
      via: 'recording',
    }));

  it('comes from the page of its endpoint, whatever other pages it names', () => {
    const sources = {
      api: anOrigin({ url: 'page 1', sha256: 'one' }),
      docs: anOrigin({ url: 'page 2', sha256: 'two' }),
    };
    expect(fromProviderFile(aProviderFile({ sources }))).toMatchObject({ sources, url: 'page 1', sha256: 'one' });
    expect(fromProviderFile(aProviderFile({ sources, endpoint: 'docs' }))).toMatchObject({ url: 'page 2' });
  });

  it('comes from nowhere where the file does not name the page of its endpoint', () =>
    expect(fromProviderFile(aProviderFile({ sources: {}, models: [] }))).toMatchObject({
      ...{ url: '', sha256: '', fetchedAt: '', rows: 0, sources: {} },
    }));

  it('has all that is known of a reading, and no more', () => {
    // Why rows were skipped, and what came over the network, nobody knows of a file.
    const known = Object.keys(snapshotHead.shape).filter((name) => name !== 'skips' && name !== 'moved');
    const fields = [...known, 'items', 'letters', 'shape', 'stated'];
    expect(Object.keys(fromProviderFile(aProviderFile())).sort()).toEqual(fields.sort());
  });
});
