import { expect, it } from 'vitest';
import { conditionOf } from '../../../src/sources/parse/conditionOf.js';

it.each([
  ['', '', {}],
  ['Standard', '', {}],
  ['≤ 200K', '', {}],
  ['up to 512k input tokens', '', {}],
  ['> 200K', '', { contextAbove: 200_000 }],
  ['≥ 128,000 prompt tokens', '', { contextAbove: 128_000 }],
  ['over 1M', 'batch', { contextAbove: 1_000_000, serviceTier: 'batch' }],
  ['Batch', '', { serviceTier: 'batch' }],
  ['Priority', 'batch', { serviceTier: 'priority' }],
  ['', 'flex', { serviceTier: 'flex' }],
  ['high quality', '', { variant: 'high quality' }],
  ['> 32k\nimages\nin the EU', 'batch', { contextAbove: 32_000, serviceTier: 'batch', variant: 'images in the EU' }],
  // A word that only begins like one of length.
  ['overnight', '', { variant: 'overnight' }],
])('%j at level %j holds when %j', (words, level, when) => expect(conditionOf(words, level)).toEqual(when));
