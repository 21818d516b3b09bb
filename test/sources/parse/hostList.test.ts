import { describe, expect, it } from 'vitest';
import { featuresOf, hostDraft, hostRow, vendorOf } from '../../../src/sources/parse/hostList.js';

const draft = (row: object) => hostDraft(hostRow.parse({ id: 'lab/model', ...row }));

describe('hostList', () => {
  it('reads prices in USD per token, and none where 0 stands', () => {
    const pricing = { prompt: '0.000001', completion: 0.000002, input_cache_read: '0', request: '0.01' };
    expect(draft({ pricing }).cost).toEqual({
      input: 0.001,
      output: 0.002,
      cacheRead: null,
      cacheWrite: null,
      perRequest: 0.01,
    });
  });

  it('takes a negative price for "varies"', () => {
    expect(draft({ pricing: { prompt: '-1', completion: '0.000002' } })).toMatchObject({ priceStatus: 'variable' });
    expect(draft({ pricing: { prompt: '-1' } })).not.toHaveProperty('cost');
  });

  it('reads prices by length of prompt', () => {
    const pricing = [{ prompt: '0.000001' }, { prompt: '0.000002', min_context: 200_000 }, { prompt: '0.000003' }];
    expect(draft({ pricing })).toMatchObject({
      cost: { input: 0.001 },
      tiers: [{ when: { contextAbove: 200_000 }, cost: { input: 0.002 } }],
    });
    expect(draft({ pricing: [] }).cost).toMatchObject({ input: null });
  });

  it('reads limits by either name', () => {
    expect(draft({ context_length: 8, max_output_length: '4' }).limit).toEqual({ context: 8, output: 4 });
    expect(draft({ max_completion_tokens: 2, max_output_length: 4 }).limit).toEqual({ context: null, output: 2 });
  });

  it('knows features by any spelling, and nothing of a list that is not there', () => {
    expect(featuresOf(['Function-Calling', 'structured_outputs'])).toEqual({
      toolCall: true,
      reasoning: false,
      structuredOutput: true,
    });
    expect(featuresOf(null)).toEqual({ toolCall: null, reasoning: null, structuredOutput: null });
  });

  it.each([
    ['lab/model', 'lab'],
    ['lab/model/fp-8', 'lab'],
    ['model', null],
    ['lab/', null],
    ['/model', null],
  ])('finds the lab of %s: %s', (id, lab) => expect(vendorOf(id)).toBe(lab));
});
