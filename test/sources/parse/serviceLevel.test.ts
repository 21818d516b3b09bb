import { describe, expect, it } from 'vitest';
import { serviceLevel } from '../../../src/sources/parse/serviceLevel.js';

describe('serviceLevel', () => {
  it.each([
    [['Pricing', 'Text Models'], ''],
    [['Pay as You Go', 'LLM', 'Standard'], ''],
    [['Product pricing of a page', 'K3 Series Models'], ''],
    [['Prices', 'LLM', 'Priority*'], 'priority'],
    [['Batch API Pricing'], 'batch'],
    [['Pricing', 'Batch', 'Text Models'], 'batch'],
    [['Pricing', 'Off-Peak'], 'off peak'],
    [[], ''],
  ])('%j -> %j', (headings, level) => expect(serviceLevel(headings, /^(k\d)$/)).toBe(level));
});
