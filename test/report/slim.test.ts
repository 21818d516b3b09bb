import { describe, expect, it } from 'vitest';
import { slimOf, wholeOf } from '../../src/report/slim.js';
import { aModel } from '../builders.js';

describe('a slim record', () => {
  it('holds nothing that is not known', () => {
    expect(slimOf(aModel('m'))).toEqual({ id: 'm', pricing: { status: 'unknown', source: null } });
  });

  it('says the same as the record', () => {
    const model = aModel('m', {
      tiers: [{ when: { contextAbove: 1 }, cost: { input: 0 } }],
      kept: { cost: '2026-01-01' },
    });
    expect(wholeOf(slimOf(model), 'acme')).toEqual({ ...model, from: {} });
  });
});
