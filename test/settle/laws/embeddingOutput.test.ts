import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Mode } from '../../../src/model/model.js';
import { embeddingOutput } from '../../../src/settle/laws/embeddingOutput.js';
import { anOffered, aPrice, aStatement, brokenBy, million } from '../given.js';

const of = (mode: Mode | null) => ({ offer: anOffered({ mode }) });

it.each<Mode>(['embedding', 'rerank'])('takes the output price of an %s model: bge-m3 at 0.01 in and out', (mode) =>
  expect(brokenBy(embeddingOutput, aStatement(million({ input: 0.01, output: 0.01 }), of(mode)))).toEqual(['output']),
);

it.each<Mode | null>(['chat', 'moderation', 'image', null])('leaves that of a %s model', (mode) =>
  expect(brokenBy(embeddingOutput, aStatement(million({ input: 0.01, output: 0.01 }), of(mode)))).toEqual([]),
);

it('leaves a 0, and takes that of a tier', () => {
  const tiers = [{ when: { serviceTier: 'batch' }, cost: million({ input: 0.005, output: 0.005 }) }];
  expect(brokenBy(embeddingOutput, aStatement({ input: 0.00001, output: 0 }, { ...of('embedding'), tiers }))).toEqual([
    '0.output',
  ]);
});

it('never touches an input price', () =>
  fc.assert(
    fc.property(aPrice, (input) => {
      expect(brokenBy(embeddingOutput, aStatement({ input }, of('embedding')))).toEqual([]);
    }),
  ));
