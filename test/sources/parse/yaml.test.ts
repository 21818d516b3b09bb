import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/model/page.js';
import { yamlList } from '../../../src/sources/parse/yaml.js';

const page = (body: string): Page => ({
  request: { url: 'https://a' },
  url: 'https://a',
  body,
  fetchedAt: '2026-01-01T00:00:00.000Z',
  sha256: '',
  bytes: body.length,
  via: 'live',
  attempts: 1,
});

describe('yamlList', () => {
  it('reads any quoting and survives a key that is there twice', () => {
    expect(yamlList(page('- a: $1\n  a: \'$2\'\n- {a: "\\u2264 2"}\n- x'))).toEqual([{ a: '$2' }, { a: '≤ 2' }, 'x']);
  });

  it.each(['', '[]', '{}', 'a: 1', '<html></html>', '- [', '- a\n b: : c'])('fails on %j', (body) => {
    expect(() => yamlList(page(body))).toThrow(/YAML/);
  });
});
