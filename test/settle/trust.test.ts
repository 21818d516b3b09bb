import { describe, expect, it } from 'vitest';
import { confidenceIn, confidenceInOwn, situationOf, trustIn, type Trusts } from '../../src/settle/trust.js';

const trusts: Trusts = {
  day: '2026-01-01',
  witnesses: { first: { right: 8, given: 8 }, second: { right: 3, given: 8 } },
  situations: {
    'alone first': { right: 89, given: 98 },
    'alone first@acme': { right: 0, given: 8 },
    'alone first@fowl': { right: 12, given: 12 },
    two: { right: 98, given: 98 },
  },
  own: { '*': { right: 989, given: 998 }, acme: { right: 2, given: 52 } },
};

describe('trust in a witness', () => {
  it('is the share that was right, by Laplace’s rule', () => {
    expect(trustIn('first', trusts)).toBe(0.9);
    expect(trustIn('second', trusts)).toBe(0.4);
  });

  it('is a half where nothing is known', () => expect(trustIn('new', trusts)).toBe(0.5));

  it('is that of its family', () => expect(trustIn('catalog:first', trusts)).toBe(0.9));
});

describe('the situation of a price that is filled', () => {
  const alone = { agreeing: 1, differing: 0 };
  const by = (witness: string, kind: 'same-id' | 'same-name' | 'similar' | 'dated-row' | null) => ({
    chosen: { witness, kind },
  });

  it.each([
    ['alone first', { ...by('first', 'same-id'), ...alone }],
    ['alone first', { ...by('first', 'same-name'), ...alone }],
    ['alone first', { ...by('catalog:first', null), ...alone }],
    ['alone first by likeness', { ...by('first', 'similar'), ...alone }],
    ['alone first by likeness', { ...by('first', 'dated-row'), ...alone }],
    ['alone first against others', { ...by('first', 'same-id'), agreeing: 1, differing: 1 }],
    ['two', { ...by('first', 'similar'), agreeing: 2, differing: 0 }],
    ['two against others', { ...by('first', 'similar'), agreeing: 2, differing: 1 }],
    ['three', { ...by('first', null), agreeing: 3, differing: 0 }],
    ['three', { ...by('first', null), agreeing: 5, differing: 0 }],
    ['three against others', { ...by('first', null), agreeing: 4, differing: 2 }],
  ])('is "%s"', (situation, standing) => expect(situationOf(standing)).toBe(situation));
});

describe('confidence in a price that is filled', () => {
  const standing = { chosen: { witness: 'first', kind: 'same-id' }, agreeing: 1, differing: 0 } as const;

  it('is the share of its situation where nothing is known of the provider', () =>
    expect(confidenceIn(standing, 'other', trusts)).toBe(0.9));

  it('is drawn to the provider’s own share, twelve offers as much as all others', () => {
    expect(confidenceIn(standing, 'acme', trusts)).toBe(0.54);
    expect(confidenceIn(standing, 'fowl', trusts)).toBe(0.95);
  });

  it('is a half where nothing is known at all', () =>
    expect(confidenceIn({ ...standing, chosen: { witness: 'new', kind: 'same-id' } }, 'acme', trusts)).toBe(0.5));

  it('has three digits', () => expect(confidenceIn({ ...standing, agreeing: 2 }, 'acme', trusts)).toBe(0.99));
});

describe('confidence in a provider’s own word', () => {
  const own = (agree: string[], differ: string[], provider = 'other', known = trusts) =>
    confidenceInOwn({ agree, differ }, provider, known);

  it('is what is known of providers where nobody else speaks', () => expect(own([], [])).toBe(0.99));

  it('is drawn to what is known of this one, 48 offers as much as all others', () =>
    // (2 + 48 × 0.99) / (52 + 48)
    expect(own([], [], 'acme')).toBe(0.495));

  it('grows with who agrees and falls with who differs, each as far as it is to be trusted', () => {
    // Odds of 0.495 × (0.9 / 0.1) = 8.82; × (1 − 0.9) / (1 − 0.1) = 0.109.
    expect(own(['first'], [], 'acme')).toBe(0.898);
    expect(own([], ['first'], 'acme')).toBe(0.098);
    // 0.98 × (0.4 / 0.1) = 3.92; × 0.6 / 0.9 = 0.653.
    expect(own(['second'], [], 'acme')).toBe(0.797);
    expect(own([], ['second'], 'acme')).toBe(0.395);
  });

  it('is the same in whatever order they are asked', () =>
    expect(own(['first', 'second'], ['new'], 'acme')).toBe(own(['second', 'first'], ['new'], 'acme')));

  it('is never quite 1', () => {
    expect(own(['first', 'second'], [])).toBe(0.999);
    const sure = { ...trusts, own: { '*': { right: 1e6, given: 1e6 } } };
    expect(own([], [], 'other', sure)).toBe(0.999);
  });
});
