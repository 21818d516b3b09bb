import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disjoint } from '../../src/cost/disjoint.js';

const count = fc.nat(5000);
const inside = fc.record({
  ...{ cache: fc.boolean(), inputAudio: fc.boolean(), inputImage: fc.boolean() },
  ...{ reasoning: fc.boolean(), outputAudio: fc.boolean(), outputImage: fc.boolean() },
});
const counts = fc.record(
  {
    ...{ input: count, output: count, total: count, cacheRead: count, cacheWrite: count, cacheWrite1h: count },
    ...{
      reasoning: count,
      inputAudio: count,
      cachedAudio: count,
      inputImage: count,
      outputAudio: count,
      toolUse: count,
    },
  },
  { requiredKeys: ['input', 'output'] },
);

const sumOf = (units: object): number =>
  Object.values(units as Record<string, number>).reduce((all, one) => all + one, 0);

describe('disjoint', () => {
  it('never counts below 0, and names what it leaves out', () => {
    fc.assert(
      fc.property(counts, inside, (given, way) => {
        const { units, contradicts } = disjoint({ ...given, inside: way });
        expect(Math.min(0, ...Object.values(units))).toBe(0);
        if (units.input === undefined) expect(contradicts).toContain('input');
        if (units.output === undefined) expect(contradicts).toContain('output');
      }),
    );
  });

  it('takes a part that is larger than its whole for one beside it, unless the total says otherwise', () => {
    const allInside = {
      cache: true,
      inputAudio: true,
      inputImage: true,
      reasoning: true,
      outputAudio: true,
      outputImage: true,
    };
    const parts = { cacheRead: 'input', inputAudio: 'input', inputImage: 'input' } as const;
    const others = { reasoning: 'output', outputAudio: 'output', outputImage: 'output' } as const;
    for (const [part, whole] of Object.entries({ ...parts, ...others })) {
      const sent = { input: 5, output: 7, [part]: 90, inside: allInside };
      for (const reading of [sent, { ...sent, total: 102 }]) {
        const { units, contradicts } = disjoint(reading);
        expect([units, contradicts]).toEqual([expect.objectContaining({ input: 5, output: 7, [part]: 90 }), []]);
      }
      expect(disjoint({ ...sent, total: 12 }).contradicts).toEqual([whole, part]);
    }
  });

  it('counts each token once, whichever way a true total was summed', () => {
    const parts = fc.record({
      fresh: count,
      read: count,
      wrote: count,
      said: fc.integer({ min: 1, max: 5000 }),
      thought: count,
    });
    fc.assert(
      fc.property(parts, inside, inside, ({ fresh, read, wrote, said, thought }, sent, habit) => {
        const total = fresh + read + wrote + said + thought;
        const input = fresh + (sent.cache ? read + wrote : 0);
        const output = said + (sent.reasoning ? thought : 0);
        const { units, contradicts } = disjoint({
          ...{ input, output, total, cacheRead: read, cacheWrite: wrote, reasoning: thought },
          inside: habit,
        });
        expect([sumOf(units), contradicts]).toEqual([total, []]);
      }),
    );
  });
});
