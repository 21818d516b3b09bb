import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { Options } from '../../../src/cli/options.js';
import { showSummary } from '../../../src/cli/show/summary.js';
import type { PriceListRun, ProviderRun, Run } from '../../../src/model/run.js';
import { aHead, day1 } from '../../builders.js';

const aList = (more: Partial<PriceListRun> = {}): PriceListRun => ({
  ...aHead({ rows: 9 }),
  ...{ name: 'Helicone', prices: 9, ms: 5 },
  ...more,
});

const aProvider = (more: Partial<ProviderRun> = {}): ProviderRun => ({
  ...aHead(),
  ...{ name: 'Acme', models: 1, ms: 5 },
  ...more,
});

const aRun = (more: Partial<Run> = {}): Run => ({
  ...{ schemaVersion: 2, version: '1.2.3', startedAt: day1, ms: 5, options: {} },
  ...{ providers: { acme: aProvider() }, prices: { helicone: aList() } },
  ...{ outcomes: {}, matches: {}, quarantined: [], files: {} },
  totals: { providers: {}, models: 0, rejected: 0, skipped: 0, prices: {}, unpriced: {}, sources: {} },
  ...more,
});

async function shown(
  run: Run,
  { isDown = false, options = {} }: { isDown?: boolean; options?: Options } = {},
): Promise<string> {
  const stderr = new PassThrough();
  showSummary(run, options, { stderr }, { isDown });
  return text(stderr.end());
}

it('counts providers by outcome, with their models and rows', async () => {
  const providers = {
    a: aProvider({ models: 3, rejected: 1 }),
    b: aProvider({ models: 4, skipped: 2 }),
    c: aProvider({ status: 'failed', models: 0, error: '404' }),
  };
  const totals = { ...aRun().totals, providers: { fresh: 2, failed: 1 } };
  const said = await shown(aRun({ providers, totals }));
  expect(said).toContain('│ fresh   │         2 │      7 │        1 │       2 │');
  expect(said).toContain('│ failed  │         1 │      0 │        0 │       0 │');
});

describe('where prices come from', () => {
  const totals = {
    ...aRun().totals,
    sources: { provider: 5, helicone: 3 },
    prices: { priced: 8, unknown: 2, free: 1 },
  };

  it('counts the models of each witness', async () => {
    expect(await shown(aRun({ totals }))).toMatch(/│ stated by the provider +│ +5 │ +│\n│ helicone +│ +3 │ +│/);
  });

  it('counts the models that have none, with the reasons that they give', async () => {
    const unpriced = { 'no-match': 3, disputed: 1 };
    const said = await shown(aRun({ totals: { ...totals, unpriced, prices: { ...totals.prices, quarantined: 4 } } }));
    expect(said).toMatch(/│ unknown +│ +2 │ no-match 3, disputed 1 +│/);
    expect(said).toMatch(/│ quarantined +│ +4 │ +│/);
    expect(said).not.toMatch(/│ free/);
  });
});

it('names a refused price by its reason, with the number of models that it is refused for and an example', async () => {
  const refused = { witness: 'helicone', row: 'ACME/b', code: 'negative', detail: 'input -1000 is no price' };
  const quarantined = [
    { ...refused, model: 'acme/b' },
    { ...refused, model: 'acme/b', detail: 'output -1000 is no price' },
    { ...refused, model: 'acme/c' },
    { model: 'acme/d', witness: null, row: null, code: 'disputed', detail: 'one says 1; another says 2' },
  ];
  const text = await shown(aRun({ quarantined }));
  expect(text).toMatch(/│ negative +│ +2 │ acme\/b, helicone: input -1000 is no price +│/);
  expect(text).toMatch(/│ disputed +│ +1 │ acme\/d, several: one says 1; another says 2 +│/);
});

describe('where the files are', () => {
  it.each([
    [['providers/a.json', 'providers/b.json', 'rejected.jsonl'], '2 providers to data/providers, the manifest'],
    [
      ['providers/a.json', 'providers-enriched/a.json', 'providers-enriched/b.json'],
      '1 provider to data/providers, 2 providers to data/providers-enriched, the manifest',
    ],
    [[], 'the manifest'],
  ])('is said of %j', async (paths, places) => {
    const files = Object.fromEntries(paths.map((path) => [path, 'sha256']));
    expect(await shown(aRun({ files }))).toMatch(new RegExp(`^Written: ${places} to data/run\\.json\\.$`, 'm'));
  });

  it('is said of a price list that was read alone, with its age where it is not a fresh one', async () => {
    const alone = { providers: {}, prices: { helicone: aList() } };
    expect(await shown(aRun(alone))).toBe('\n9 prices are in data/prices/helicone.json\n');
    const stale = { ...alone, prices: { helicone: aList({ status: 'stale', error: '404' }) } };
    expect(await shown(aRun(stale))).toMatch(/^9 prices of 2026-01-01 \(stale\) are in data\/prices\/helicone\.json$/m);
  });

  it('is nowhere after a dry run, and nothing to speak of where models went to stdout', async () => {
    expect(await shown(aRun(), { options: { dryRun: true } })).toContain('Nothing was written (--dry-run).');
    expect(await shown(aRun(), { options: { stdout: true } })).not.toMatch(/written/i);
  });
});

describe('why something stands in', () => {
  const recording = aProvider({ status: 'recording', error: 'a answered 404' });
  const stale = aProvider({ status: 'stale', error: 'b answered 503' });

  it('is said of recordings too, after what has none', async () => {
    const text = await shown(aRun({ providers: { a: recording, b: stale, c: aProvider({ status: 'recording' }) } }));
    expect(text).toMatch(/│ b .*stale.*b answered 503.*\n│ a .*recording.*a answered 404.*\n└/);
  });

  it('is not said of each recording where there is no network', async () =>
    expect(await shown(aRun({ providers: { a: recording, b: stale } }), { isDown: true })).not.toContain('404'));

  it('says when to ask again', async () =>
    expect(
      await shown(
        aRun({ providers: { a: aProvider({ error: 'answered 429', retryAt: '2026-01-02T00:00:00.000Z' }) } }),
      ),
    ).toMatch(/│ a +│ fresh +│ answered 429 \(again after 2026-01-02T00:00:00.000Z\) +│/));

  it('counts what is too much to read', async () => {
    const many = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`p${i}`, stale]));
    const said = await shown(aRun({ providers: many }));
    expect(said.match(/b answered 503/g)).toHaveLength(12);
    expect(said).toContain('… and 2 more in run.json');
  });

  it('is said of a price list by its id', async () => {
    const list = aList({ status: 'failed', error: 'helicone.example answered 404' });
    expect(await shown(aRun({ prices: { helicone: list } }))).toMatch(
      /│ helicone \(price list\) +│ failed +│ helicone\.example answered 404 +│/,
    );
    expect(await shown(aRun())).not.toContain('price list');
  });
});

it('says which day a recording that stands in is from, the newest first', async () => {
  const of = (fetchedAt: string) => aProvider({ status: 'recording', fetchedAt });
  const providers = { a: of('2026-01-01T00:00:00.000Z'), b: of('2026-02-01T00:00:00.000Z'), c: of(day1) };
  expect(await shown(aRun({ providers }))).toMatch(/│ 2026-02-01 +│ b +│\n│ 2026-01-01 +│ a, c +│/);
});

describe('what is gone since the last run', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, i) => `m${i}`);

  it('is one line, with how much at whom and the first of it', async () => {
    const providers = {
      acme: aProvider({ gone: { records: ids(2), prices: ['m7'] } }),
      fowl: aProvider({ gone: { records: ['x', 'y'], prices: [] } }),
    };
    expect(await shown(aRun({ providers }))).toContain(
      '\nGone since the last run: 4 records of acme, fowl (acme/m0, acme/m1, fowl/x, …); the price of 1 record of acme (acme/m7).\n',
    );
  });

  it('counts the sources that are too many to read, price lists too', async () => {
    const lost = { gone: { records: [], prices: ['m'] } };
    const providers = { a: aProvider(lost), b: aProvider(lost), c: aProvider(lost) };
    expect(await shown(aRun({ providers, prices: { helicone: aList(lost) } }))).toContain(
      '\nGone since the last run: the price of 4 records of helicone, a, b and 1 more (helicone/m, a/m, b/m, …).\n',
    );
  });

  it('is nothing to speak of where nothing is', async () => expect(await shown(aRun())).not.toContain('Gone'));

  it('says no name that a terminal obeys', async () => {
    const providers = { acme: aProvider({ gone: { records: ['\u001b[2J'], prices: [] } }) };
    expect(await shown(aRun({ providers }))).toContain('(acme/\\u{1b}[2J).');
  });
});

describe('overrides', () => {
  it('that are of no use are named', async () => {
    const said = await shown(aRun({ overrides: { agreed: ['acme/a', 'acme/b'], missing: ['acme/c'] } }));
    expect(said).toContain('2 overrides are no longer needed: acme/a, acme/b\n1 override is of no offer: acme/c\n');
  });

  it('are nothing to speak of where all are needed', async () =>
    expect(await shown(aRun({ overrides: { agreed: [], missing: [] } }))).not.toContain('override'));
});
