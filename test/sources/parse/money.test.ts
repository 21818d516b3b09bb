import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centsPerToken,
  dollars,
  isVariable,
  multiple,
  perMillion,
  perToken,
  perUnit,
  scaled,
  stated,
} from '../../../src/sources/parse/money.js';

/** The digits and the place of the point: `["15", -2]` is 0.15. Written out, no arithmetic is needed to shift it. */
const price = fc.tuple(fc.bigInt({ min: 1n, max: 999_999_999_999n }), fc.integer({ min: -18, max: 4 }));

/** The same price as a plain decimal and with an exponent. */
const plain = (digits: bigint, exponent: number): string => {
  if (exponent >= 0) return `${digits}${'0'.repeat(exponent)}`;
  const padded = String(digits).padStart(1 - exponent, '0');
  return `${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
};
const scientific = (digits: bigint, exponent: number): string => `${digits}e${exponent}`;

describe('conversions', () => {
  it.each([
    [perMillion(0.15), 0.00015],
    [perMillion('0.15'), 0.00015],
    [perMillion(2.3), 0.0023],
    [perMillion('1,5'), null],
    [perToken('0.00000014'), 0.00014],
    [perToken('1e-7'), 0.0001],
    [perToken('1E-7'), 0.0001],
    [perToken(3e-7), 0.0003],
    [perToken('0.00000300'), 0.003],
    [perToken(' 0.000001 '), 0.001],
    [perToken('.000001'), 0.001],
    [perToken('+0.000001'), 0.001],
    [centsPerToken(0.000026), 0.00026],
    [centsPerToken('0.00003'), 0.0003],
    [perUnit('0.04'), 0.04],
    [scaled(14000, 1, 10_000_000), 0.0014],
    [scaled('0.111', 1, 3600), 0.0000308333333333333],
    [multiple(0.0026, 0.5), 0.0013],
    [multiple(0.0026, '1.25'), 0.00325],
  ])('%s = %s', (converted, expected) => expect(converted).toBe(expected));

  it('rounds what a float left behind, and no real digit', () => {
    expect(perToken(0.1 + 0.2)).toBe(300);
    expect(perToken('0.00000090000000000000005')).toBe(0.0009);
    expect(perToken('0.0000025253')).toBe(0.0025253);
    expect(perMillion(0.15000000000000002)).toBe(0.00015);
  });

  it('shifts any decimal of up to 12 digits exactly', () => {
    fc.assert(
      fc.property(price, ([digits, exponent]) => {
        for (const quoted of [plain(digits, exponent), scientific(digits, exponent)]) {
          expect(perToken(quoted)).toBe(Number(scientific(digits, exponent + 3)));
          expect(perMillion(quoted)).toBe(Number(scientific(digits, exponent - 3)));
          expect(centsPerToken(quoted)).toBe(Number(scientific(digits, exponent + 1)));
          expect(perUnit(quoted)).toBe(Number(scientific(digits, exponent)));
        }
      }),
    );
  });

  it('reads a number as the decimal that is written for it', () => {
    fc.assert(
      fc.property(price, ([digits, exponent]) => {
        const quoted = plain(digits, exponent);
        expect(perToken(Number(quoted))).toBe(perToken(quoted));
      }),
    );
  });

  it('never puts a dearer price below a cheaper one', () => {
    fc.assert(
      fc.property(price, price, ([a, i], [b, j]) => {
        const [low, high] = [scientific(a, i), scientific(b, j)].sort((x, y) => Number(x) - Number(y));
        expect(perToken(low)!).toBeLessThanOrEqual(perToken(high)!);
        expect(perMillion(low)!).toBeLessThanOrEqual(perMillion(high)!);
      }),
    );
  });

  it('has no price of what is none', () => {
    const none = [undefined, null, '', ' ', '-', 'free', 'n/a', NaN, Infinity, -Infinity, 'Infinity', 'NaN', '1.2.3'];
    for (const quoted of [...none, '$1', '1 USD', '0x10', '1e', '1e999999', true, {}, [], ['1'], 1n])
      expect(perToken(quoted)).toBeNull();
    for (const quoted of [-1, '-1', '-0.000001', -1e-9, -1_000_000]) expect(perToken(quoted)).toBeNull();
    for (const zero of [0, '0', '0.00000000', '-0', -0, '0e5']) expect(perToken(zero)).toBe(0);
  });

  it('gives a price or null for anything, and never less than 0', () => {
    fc.assert(
      fc.property(fc.anything(), (quoted) => {
        for (const convert of [perToken, perMillion, centsPerToken, perUnit]) {
          const converted = convert(quoted);
          expect(converted === null || (Number.isFinite(converted) && converted >= 0)).toBe(true);
        }
      }),
    );
  });
});

describe('multiple', () => {
  it('needs both: a price and a rate that is none below 0', () => {
    for (const [of, rate] of [
      [null, 0.5],
      [undefined, 0.5],
      [0.001, null],
      [0.001, 'half'],
      [0.001, -0.5],
      [0.001, NaN],
    ] as const)
      expect(multiple(of, rate)).toBeNull();
    expect(multiple(0.001, 0)).toBe(0);
  });
});

describe('isVariable', () => {
  it.each([[-1], ['-1'], ['-0.5'], [-1e-9]])('%j varies', (quoted) => expect(isVariable(quoted)).toBe(true));
  it.each([[0], ['0'], ['-0'], [1], ['1'], [null], [undefined], ['varies'], [NaN]])('%j does not', (quoted) =>
    expect(isVariable(quoted)).toBe(false),
  );
});

describe('dollars', () => {
  it.each([
    ['$1,250.50 input', ['1250.50']],
    ['$0.15 in, $ 0.60 out', ['0.15', '0.60']],
    ['$.05', ['.05']],
    ['€1.20 or 1.20', []],
    ['', []],
  ])('%j holds %j', (text, amounts) => expect(dollars(text)).toEqual(amounts));

  it('finds only what can be converted, in any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const amount of dollars(text)) expect(perUnit(amount)).not.toBeNull();
      }),
    );
  });
});

it('a tier has the prices that are stated, zeros included', () => {
  expect(stated({ input: 0, output: null, cacheRead: undefined, cacheWrite: 0.1 })).toEqual({
    input: 0,
    cacheWrite: 0.1,
  });
});
