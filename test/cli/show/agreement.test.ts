import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { agreementLines } from '../../../src/cli/show/agreement.js';
import { ascii, blocks } from '../../../src/cli/show/marks.js';
import type { Cost } from '../../../src/model/cost.js';
import type { Witness } from '../../../src/settle/testify.js';
import { aPricing } from '../../builders.js';

const aWitness = (witness: string, stated: Partial<Cost>, code?: string): Witness =>
  ({ witness, stated, doubt: null, broken: code === undefined ? [] : [{ code, detail: '' }] }) as unknown as Witness;
const witnesses = [
  aWitness('provider', { input: 0.0005, output: 0.002 }),
  aWitness('provider', { input: 7 }),
  aWitness('helicone', { input: 2, output: 0.002 }, 'unknown-unit'),
  aWitness('litellm', { input: 0.0005, output: 0.002 }),
  aWitness('portkey', { input: 0.001, output: 0.004 }),
];
const pricing = aPricing({ agree: ['litellm'], differ: [{ witness: 'portkey', cost: { input: 0.001 } }] as never });

describe('the agreement on a price', () => {
  it('is how many agree, and a bar each where they differ, by a scale of its own for each field', () =>
    expect(agreementLines({ witnesses, pricing }, blocks)).toEqual([
      'agreement: ██████████░░░░░░░░░░ 2 of 4 witnesses',
      'input, log:',
      '  provider  ██ 0.5 USD per 1M (taken)',
      '  helicone  ████████████████████ 2000 USD per 1M (unknown-unit)',
      '  litellm   ██ 0.5 USD per 1M (agrees)',
      '  portkey   ███▌ 1 USD per 1M (differs)',
      'output, linear:',
      '  provider  ██████████ 2 USD per 1M (taken)',
      '  helicone  ██████████ 2 USD per 1M (unknown-unit)',
      '  litellm   ██████████ 2 USD per 1M (agrees)',
      '  portkey   ████████████████████ 4 USD per 1M (differs)',
    ]));

  it('is one line where all say the same', () => {
    const same = witnesses.filter(({ witness }) => witness === 'provider' || witness === 'litellm');
    expect(agreementLines({ witnesses: same, pricing }, ascii)).toEqual([
      'agreement: #################### 2 of 2 witnesses',
    ]);
  });

  it('is only what they say where nobody is believed', () =>
    expect(agreementLines({ witnesses, pricing: { ...pricing, source: null } }, blocks)[0]).toBe('input, log:'));

  it('draws nothing for what is free', () => {
    const free = [aWitness('provider', { input: 0 }), aWitness('litellm', { input: 0.001 })];
    expect(agreementLines({ witnesses: free, pricing }, blocks).slice(1)).toEqual([
      'input, linear:',
      '  provider  0 USD per 1M (taken)',
      '  litellm   ████████████████████ 1 USD per 1M (agrees)',
    ]);
  });

  it('says nothing of one witness alone', () => {
    expect(agreementLines({ witnesses: [], pricing }, blocks)).toEqual([]);
    expect(agreementLines({ witnesses: witnesses.slice(0, 2), pricing }, blocks)).toEqual([]);
  });

  it.each([10, 30, 40, 50, 60, 70, 80])('fits %d columns', (columns) => {
    const widths = agreementLines({ witnesses, pricing }, blocks, columns).map((line) => stringWidth(line));
    expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
  });
});
