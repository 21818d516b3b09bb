import { describe, expect, it } from 'vitest';
import { partIn, wordsIn } from '../../src/book/offerTexts.js';
import type { ProviderFile } from '../../src/model/providerFile.js';
import { aModel, anOrigin, aProviderFile } from '../builders.js';

const models = [
  aModel('a', { name: ' “odd”,  {}]: \\ " ' }),
  aModel('b/c:free', { tiers: [{ when: { serviceTier: 'batch' }, cost: { input: 0.001 } }] }),
  aModel('__proto__'),
];
const file = aProviderFile({ models, sources: { api: anOrigin(), docs: anOrigin() } });
const texts = {
  'without white space': JSON.stringify(file),
  'with white space': JSON.stringify(file, null, 2),
  'with tabs and other line ends': JSON.stringify(file, null, '\t').replaceAll('\n', '\r\n'),
};
const bytesOf = (text: string): Buffer => Buffer.from(text);

describe.each(Object.entries(texts))('the file of a provider %s', (_, text) => {
  it('gives each offer by its id, and the pages', () => {
    const { offers, sources } = partIn(bytesOf(text));
    expect(sources).toEqual(file.sources);
    expect([...offers.keys()]).toEqual(models.map(({ id }) => id));
    for (const model of [...models, ...models.toReversed()]) expect(offers.get(model.id)).toEqual(model);
    for (const id of ['A', '', 'constructor']) expect(offers.get(id)).toBeUndefined();
  });

  it('gives of each record what it says of its price', () => {
    const words = wordsIn(bytesOf(text));
    for (const { id, name, mode, modalities, cost, pricing } of models)
      expect(words.get(id)).toEqual({ id, name, mode, modalities, cost, pricing });
    expect(words.get('c')).toBeUndefined();
  });
});

it('the file of a provider without offers has none', () =>
  expect([...partIn(bytesOf(JSON.stringify({ ...file, models: [] } satisfies ProviderFile))).offers.keys()]).toEqual(
    [],
  ));

it('its memory may be used again', () => {
  const bytes = bytesOf(texts['with white space']);
  const { offers } = partIn(bytes);
  bytes.fill(0);
  expect(offers.get('a')).toEqual(models[0]);
});

it.each([
  '',
  '[]',
  '{}',
  '{"sources":{},"models":{}}',
  '{"sources":{},"models":[1]}',
  '{"sources":{},"models":[{}]}',
  '{"sources":{},"models":[{"id":"a"}x}',
  '{"sources":{},"models":[{"id":"a"}]',
  '{"sources":{},"models":[{"id":"a"}],"more":[{"id":"b"}]}',
  '{"provider":{"models":[{"id":"a"}],"sources":{}}}',
  'x',
])('what is no such file, as %j, is refused', (text) => expect(() => partIn(bytesOf(text))).toThrow(SyntaxError));
