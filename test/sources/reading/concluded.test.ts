import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/model/model.js';
import { concluded as concludedBy } from '../../../src/sources/reading/concluded.js';
import { aModel, aPricing, day1, day2, priced } from '../../builders.js';

const cost = (some: Partial<Model['cost']>): Model['cost'] => ({ ...aModel().cost, ...some });
const stated = aPricing();
const read = (endpoint: string, fetchedAt: string) => ({ endpoint, partial: null, fetchedAt });
const concluded = (model: Model, ...others: ReturnType<typeof read>[]): Model =>
  concludedBy(model, { read: [read('api', day1), ...others] });

describe('concluded', () => {
  it('leaves a record as it is that tells all itself', () => {
    const model = priced(aModel('m', { mode: 'chat', status: 'active' }));
    expect(concluded(model)).toEqual(model);
    expect(concluded(aModel('m'))).toEqual(aModel('m'));
  });

  it('believes the mode that is said before the one that is guessed', () => {
    expect(concluded(aModel('text-embedding-9', { mode: 'chat' })).mode).toBe('chat');
    expect(concluded(aModel('text-embedding-9')).mode).toBe('embedding');
  });

  it('puts prices and those of tiers into the units of the mode, once it is known', () => {
    const tiers = [{ when: { serviceTier: 'batch' }, cost: { output: 0.02 } }];
    const model = aModel('m', { cost: cost({ output: 0.04 }), tiers, pricing: stated });
    expect(concluded({ ...model, modalities: { input: ['text'], output: ['image'] } })).toMatchObject({
      ...{ mode: 'image', cost: cost({ outputImage: 0.04 }), pricing: stated },
      tiers: [{ when: { serviceTier: 'batch' }, cost: { outputImage: 0.02 } }],
    });
  });

  it('takes back output limit and price of what turns out to be an embedding, and with the only price the status', () => {
    const model = aModel('text-embedding-9', {
      ...{ limit: { context: 8_192, input: null, output: 3_072 }, cost: cost({ output: 0.04 }), pricing: stated },
    });
    expect(concluded(model)).toEqual({
      ...{ ...model, mode: 'embedding', limit: { context: 8_192, input: null, output: null }, cost: cost({}) },
      pricing: { ...stated, status: 'unknown', source: null, evidence: null },
    });
    expect(concluded({ ...model, cost: cost({ input: 0.01, output: 0.04 }) })).toMatchObject({
      ...{ cost: cost({ input: 0.01 }), pricing: stated },
    });
  });

  it('calls a model variable of which only tiers are left', () => {
    const tiers = [{ when: { serviceTier: 'batch' }, cost: { input: 0.01 } }];
    const model = aModel('text-embedding-9', { cost: cost({ output: 0.04 }), tiers, pricing: stated });
    expect(concluded(model).pricing).toEqual({ ...stated, status: 'variable' });
  });

  it('lets the dates have the last word on the status, on the day of the page that lists it', () => {
    const model = aModel('m', { status: 'active', retiresAt: '2026-01-02' });
    expect(concluded(model).status).toBe('active');
    expect(concluded(model, read('docs', day2)).status).toBe('active');
    expect(concluded({ ...model, from: { '*': 'docs' } }, read('docs', day2)).status).toBe('retired');
  });

  it('concludes nothing more the second time', () => {
    const model = aModel('gpt-image-9', { cost: cost({ output: 0.04 }), pricing: stated, retiresAt: '2025-01-01' });
    expect(concluded(concluded(model))).toEqual(concluded(model));
  });
});
