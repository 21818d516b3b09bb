import { expect, it } from 'vitest';
import { inYuan } from '../../../src/sources/parse/inYuan.js';

const noPrice = 'the page shows its prices in yuan';

it.each([
  [['¥2', '-'], { noPrice }],
  [['2元', null], { noPrice }],
  [['2 CNY'], { noPrice }],
  [['¥2', '$0.3'], {}],
  [['$0.3'], {}],
  [['-', null], {}],
  [[], {}],
])('%j -> %j', (cells, said) => expect(inYuan(cells)).toEqual(said));
