import { describe, expect, it } from 'vitest';
import type { Tier } from '../../../src/model/cost.js';
import { tiersFor } from '../../../src/sources/reading/tiersFor.js';

const chat = { mode: 'chat', input: [], output: [] } as const;
const batch = { when: { serviceTier: 'batch' }, cost: { input: 0.001 } };

describe('tiersFor', () => {
  it('keeps tiers whose condition can be checked, in their order', () => {
    const night = { when: { days: 'mon-fri', timeUtc: '22:30-06:00', quantityAbove: 0 }, cost: { output: 0.002 } };
    expect(tiersFor([night, batch], chat)).toEqual({ read: [night, batch], issues: [] });
  });

  it('tells those whose condition it does not know, and takes the others', () => {
    const odd = { when: { days: 'weekdays' }, cost: { input: 0.002 } };
    expect(tiersFor([odd, batch], chat)).toEqual({
      read: [batch],
      issues: [{ code: 'unread-condition', detail: '{"days":"weekdays"}' }],
    });
    expect(tiersFor([{ ...odd, when: { moon: 'full' } } as Tier], chat).issues).toHaveLength(1);
  });

  it('leaves out those that have no price for such a model', () => {
    expect(tiersFor([{ when: {}, cost: {} }], chat)).toEqual({ read: [], issues: [] });
    const write = { when: { serviceTier: 'batch' }, cost: { output: 0.002 } };
    expect(tiersFor([write, batch], { ...chat, mode: 'embedding' })).toEqual({ read: [batch], issues: [] });
  });
});
