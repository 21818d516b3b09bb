import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ProviderFile } from '../../src/model/providerFile.js';
import { openShipped, Shipped } from '../../src/store/shipped.js';
import { aModel, aProviderFile } from '../builders.js';

const fileOf = (id: string): ProviderFile =>
  aProviderFile({ provider: { ...aProviderFile().provider, id }, models: [aModel(`${id}-1`, { provider: id })] });
const packed = (file: ProviderFile): string => gzipSync(JSON.stringify(file)).toString('base64');
const [a, b] = [fileOf('a'), fileOf('b')];
const tableOf = (first: string, second: string): Shipped => {
  const to = first.length + second.length;
  const providers = {
    a: { kind: null, from: 0, to: first.length },
    b: { kind: null, from: first.length, to },
  };
  return new Shipped({ providers, parts: first + second });
};

describe('the shipped table', () => {
  it('gives each provider its file, and all of them', async () => {
    const table = tableOf(packed(a), packed(b));
    expect(await table.file('b')).toEqual(b);
    expect(await table.files()).toEqual([a, b]);
    expect(table.providers).toEqual(['a', 'b']);
  });

  it('reads no part but the one that is asked for', async () =>
    expect(await tableOf('no gzip', packed(b)).file('b')).toEqual(b));

  it.each(['c', 'constructor', '__proto__'])('has nothing of %s', async (id) =>
    expect(await tableOf(packed(a), packed(b)).file(id)).toBeUndefined(),
  );

  it('is not there in a checkout', async () => expect(await openShipped()).toBeUndefined());
});
