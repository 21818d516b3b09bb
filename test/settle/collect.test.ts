import { describe, expect, it } from 'vitest';
import { hear } from '../../src/settle/collect.js';
import { aList, anOffered, aRow, million } from './given.js';

const asked = (more = {}) => ({ ...anOffered({ id: 'bird-2', ...more }), name: null });

describe('what a list says of an offer', () => {
  it('goes with its match, its place and how the row was found', () => {
    const tiers = [{ when: { serviceTier: 'batch' }, cost: { input: 0.0005 } }];
    const list = aList(
      'first',
      aRow('other-1', { input: 9 }),
      aRow('bird-2', { input: 0.001, output: 0.004 }, { tiers }),
    );
    expect(hear(list, asked())).toEqual({
      witness: 'first',
      evidence: { endpoint: 'prices/first/api', row: 1 },
      cost: { input: 0.001, output: 0.004 },
      tiers,
      match: {
        ...{ strategy: 'exact', confidence: expect.any(Number) as number, reason: 'same id' },
        ...{ provider: 'ACME', model: 'bird-2', operator: 'equals' },
      },
      ...{ mode: null, kind: 'same-id', doubt: null },
    });
  });

  it('is the reason in words where it has no row', () => {
    expect(hear(aList('first', aRow('bird-9', { input: 1 })), asked())).toBe('no row of acme prices bird-2');
    expect(hear(aList('first'), asked())).toBe('the price list has no rows of acme');
  });

  it('is in doubt where the row may be another model’s', () => {
    const twice = aList('first', aRow('bird-2', { input: 0.001 }), aRow('bird-2', { input: 0.002 }));
    expect(hear(twice, asked())).toMatchObject({ doubt: { code: 'ambiguous-price' }, match: { model: 'bird-2' } });
    const moving = aList('first', aRow('bird-latest', { input: 0.001 }));
    expect(hear(moving, asked({ id: 'bird-latest' }))).toMatchObject({ doubt: { code: 'moving-alias' } });
  });
});

describe('the units of what the offer is', () => {
  const said = (cost: object, more: object, row = {}) => {
    const answer = hear(aList('first', aRow('bird-2', cost, row)), asked(more));
    return typeof answer === 'string' ? answer : answer.cost;
  };

  it('are those of images, sound or numbers, though the list has but one field for all', () => {
    const draws = { mode: 'image', modalities: { input: ['text'], output: ['image'] } };
    expect(said({ input: 0.005, output: 0.04 }, draws)).toEqual({ input: 0.005, outputImage: 0.04 });
    const speaks = { mode: 'speech', modalities: { input: ['text'], output: ['audio'] } };
    expect(said({ input: 0.0006, output: 0.012 }, speaks)).toEqual({ input: 0.0006, outputAudio: 0.012 });
    expect(said({ input: 0.0001, output: 0.0001 }, { mode: 'embedding' })).toEqual({ input: 0.0001 });
  });

  it('are those that the list takes it for where nothing else is known', () =>
    expect(said({ input: 0.0001, output: 0.0001 }, { mode: null }, { mode: 'embedding' })).toEqual({ input: 0.0001 }));

  it('are left as they are where a number is out of all measure, for the laws to see', () =>
    expect(said(million({ input: 2000, output: 6000 }), {})).toEqual({ input: 2, output: 6 }));

  it('hold in tiers as well', () => {
    const tiers = [{ when: { serviceTier: 'batch' }, cost: { input: 0.00005, output: 0.00005 } }];
    expect(
      hear(aList('first', aRow('bird-2', { input: 0.0001 }, { tiers })), asked({ mode: 'embedding' })),
    ).toMatchObject({
      tiers: [{ cost: { input: 0.00005 } }],
    });
  });
});
