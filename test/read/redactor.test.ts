import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/read/redactor.js';
import { secretForms } from './secretForms.js';

const value = `sk-a/b+c=d"e'f&g<h>i_0-9.zZ`;
const name = 'ACME_KEY';
const redactor = createRedactor();
redactor.add([{ name, value }]);

describe('a key', () => {
  it.each(Object.entries(secretForms(value)))('is hidden %s', (_, form) => {
    const shown = redactor.hide(`before ${form} after`);
    expect(shown).toMatch(/^before .{0,3}\{ACME_KEY\}.{0,3} after$/);
    expect(shown).not.toContain(form);
  });

  it('is hidden in base64 wherever it stands in what was encoded', () => {
    for (const before of ['', 'a', 'ab', 'user:', 'Bearer '])
      for (const after of ['', '!', '\n\n'])
        for (const encoding of ['base64', 'base64url'] as const) {
          const shown = redactor.hide(Buffer.from(`${before}${value}${after}`).toString(encoding));
          const rest = Buffer.from(shown.replace(/\{ACME_KEY\}/, ' '), encoding).toString();
          expect([shown.includes('{ACME_KEY}'), rest.includes(value.slice(3, 9))]).toEqual([true, false]);
        }
  });

  it('is hidden in every text and key of a value, which is given as it is where it holds none', () => {
    const row = { id: value, list: [{ [value]: 1 }, null, true], deep: { text: `<${value}>` } };
    expect(redactor.hideIn(row)).toEqual({
      ...{ id: '{ACME_KEY}', list: [{ '{ACME_KEY}': 1 }, null, true], deep: { text: '<{ACME_KEY}>' } },
    });
    const plain = { id: 'gpt-4o', list: [1] };
    expect(redactor.hideIn(plain)).toBe(plain);
  });

  it('leaves JSON that is JSON', () => {
    for (const text of [JSON.stringify({ a: value, b: `\\${value}\\` }), JSON.stringify(JSON.stringify([value]))])
      expect(() => JSON.parse(redactor.hide(text)) as unknown).not.toThrow();
  });
});

describe('several keys', () => {
  it('are each hidden by its own name, also where one is a part of another', () => {
    const both = createRedactor();
    both.add([{ name: 'A', value: 'abcdefgh' }]);
    both.add([{ name: 'B', value: 'abcdefgh/ijk' }]);
    expect(both.hide('abcdefgh abcdefgh/ijk')).toBe('{A} {B}');
  });
});

describe('a key that is short', () => {
  const short = createRedactor();
  short.add([{ name: 'K', value: 'gpt', leads: ['authorization', 'Bearer', 'x-api-key'] }]);

  it('leaves the words of a body alone', () => {
    const body = '{"id":"gpt-4o","owned_by":"gpt","key":"gpt"}';
    expect(short.hide(body)).toBe(body);
  });

  it('is hidden where it is said to be a key', () =>
    expect(
      short.hide('Authorization: Bearer gpt; "x-api-key":"gpt", {\\"authorization\\":\\"gpt\\"} Bearer gpt-4o'),
    ).toBe('Authorization: Bearer {K}; "x-api-key":"{K}", {\\"authorization\\":\\"{K}\\"} Bearer {K}-4o'));
});

it.each([
  ['backslashes', '\\'],
  ['ampersands', '&amp;'],
  ['percents', '%25'],
  ['beginnings', 'sk-a\\/'],
  ['signs', 'sk-a/b+c='],
])('takes no longer over %s than over any text', (_, text) => {
  const start = performance.now();
  redactor.hide(`9 zZ ${text.repeat(2_000_000 / text.length)} 9.zZ`);
  expect(performance.now() - start).toBeLessThan(1_500);
});

it('knows nothing at first', () => expect(createRedactor().hide(value)).toBe(value));
