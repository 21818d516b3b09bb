import { createHash } from 'node:crypto';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BadFile } from '../../src/store/badFile.js';
import { readOverrides } from '../../src/store/overrides.js';
import { folderWith } from './folderWith.js';

const entry = (more: Record<string, unknown> = {}) => ({
  ...{ offer: 'acme/bird/2', cost: { input: 0.15, perImage: 0.04 }, reason: 'a typo' },
  ...{ source: 'https://acme.example/prices', day: '2026-01-31' },
  ...more,
});

describe('overrides.yaml', () => {
  it('gives each correction in the units of cost, exactly, with where it stands and why', async () => {
    const text = `# ours
- offer: acme/bird/2
  cost: { input: 0.15, perImage: 0.04 }
  reason: a typo
  source: https://acme.example/prices
  day: 2026-01-31
`;
    const dir = await folderWith({ 'overrides.yaml': text });
    const path = join(dir, 'overrides.yaml');
    await utimes(path, new Date('2026-02-03T04:05:06Z'), new Date('2026-02-03T04:05:06Z'));
    const found = await readOverrides(dir);
    expect(found?.page).toEqual({
      ...{ url: pathToFileURL(path).href, fetchedAt: '2026-02-03T00:00:00.000Z', via: 'file' },
      sha256: createHash('sha256').update(text).digest('hex'),
    });
    expect([...(found?.offers ?? [])]).toMatchObject([
      [
        'acme/bird/2',
        {
          ...{ witness: 'override', evidence: { endpoint: 'overrides', row: 0 } },
          cost: { input: 0.00015, perImage: 0.04 },
          why: { code: 'override', detail: 'a typo (https://acme.example/prices, 2026-01-31)' },
        },
      ],
    ]);
  });

  it('need not be there, and may be empty', async () => {
    expect(await readOverrides(await folderWith({}))).toBeUndefined();
    expect((await readOverrides(await folderWith({ 'overrides.yaml': '# nothing\n' })))?.offers.size).toBe(0);
  });

  it.each<[string, unknown, RegExp]>([
    [
      'a price that is no number',
      [entry(), entry({ offer: 'acme/b', cost: { input: 'x' } })],
      /acme\/b: cost\.input: /,
    ],
    ['a price below 0', [entry({ cost: { input: -1 } })], /acme\/bird\/2: cost\.input: /],
    ['a field that is none', [entry({ cost: { inputs: 1 } })], /acme\/bird\/2: cost/],
    ['no price', [entry({ cost: {} })], /name at least one price/],
    ['no reason', [entry({ reason: ' ' })], /reason: say why/],
    ['no page', [entry({ source: 'me' })], /source: give the address/],
    ['no day', [entry({ day: 'monday' })], /day: write a day/],
    ['an offer without a provider', [entry({ offer: 'bird' })], /offer: write provider\/id/],
    ['an unknown key', [entry({ until: 'may' })], /until/],
    ['an offer that is there twice', [entry(), entry()], /twice: keep one/],
    ['an entry that is none', ['acme/bird'], /line 1: the entry/],
    ['no list', entry(), /is not a list: begin/],
    ['no YAML', '- offer: "acme\n', /line \d+: .*mend/],
  ])('names the place of %s, in one line', async (_, content, says) => {
    const dir = await folderWith({ 'overrides.yaml': content });
    const error = await readOverrides(dir).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(BadFile);
    const { message } = error as BadFile;
    expect(message).toMatch(says);
    expect(message).toContain('overrides.yaml');
    expect(message).not.toContain('\n');
  });

  it('names the line in which an entry begins', async () => {
    const good = '- { offer: acme/a, cost: { input: 1 }, reason: r, source: "https://a.example/p", day: 2026-01-31 }\n';
    const dir = await folderWith({ 'overrides.yaml': `# ours\n${good}\n- offer: acme/b\n  cost: { input: 1 }\n` });
    await expect(readOverrides(dir)).rejects.toThrow(/overrides\.yaml, line 4, acme\/b: reason: /);
  });
});
