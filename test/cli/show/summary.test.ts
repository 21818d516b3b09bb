import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import stringWidth from 'string-width';
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

interface Around {
  readonly isDown?: boolean;
  readonly options?: Options;
  /** Of the terminal; default: there is none. */
  readonly columns?: number;
  readonly rows?: number;
}

async function shown(run: Run, { isDown = false, options = {}, ...size }: Around = {}): Promise<string> {
  const stderr = Object.assign(new PassThrough(), size);
  showSummary(run, options, { stderr }, { isDown });
  return text(stderr.end());
}

const totalsOf = (more: Partial<Run['totals']>): Run['totals'] => ({ ...aRun().totals, ...more });

describe('the first lines', () => {
  it('say how many offers are priced of all, free ones and plans too', async () => {
    const totals = totalsOf({ models: 8544, prices: { priced: 6431, unknown: 1861, free: 235, quarantined: 17 } });
    expect(await shown(aRun({ totals }))).toMatch(/^\n6,666 of 8,544 offers have a price \(78 %\)\.\n/);
    const one = totalsOf({ models: 1, prices: { priced: 1 } });
    expect(await shown(aRun({ totals: one }))).toMatch(/^\n1 of 1 offer has a price \(100 %\)\.\n/);
    expect(await shown(aRun())).toMatch(/^\n0 of 0 offers have a price \(0 %\)\.\n/);
  });

  it('never round up to all', async () => {
    const totals = totalsOf({ models: 1000, prices: { priced: 999, unknown: 1 } });
    expect(await shown(aRun({ totals }))).toContain('999 of 1,000 offers have a price (99 %).');
  });

  it('say how old they are: what was read now, and of which days is what stands in, with names where they are few', async () => {
    const of = (status: ProviderRun['status'], day: string | null) =>
      aProvider({ status, fetchedAt: day === null ? null : `${day}T00:00:00.000Z` });
    const providers = {
      ...{ a: of('fresh', '2026-02-01'), b: of('unchanged', '2026-02-01'), c: of('recording', '2026-01-03') },
      ...{ d: of('recording', '2026-01-01'), e: of('stale', '2026-01-02'), f: of('failed', null) },
    };
    expect(await shown(aRun({ providers }), { columns: 200 })).toContain(
      '\n6 providers: 2 read now (a, b); 2 from recordings of 2026-01-01 to 2026-01-03 (c, d); 1 kept as of' +
        ' 2026-01-02 (e); 1 failed (f).\n',
    );
    const many = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [id, of('recording', '2026-01-01')]));
    expect(await shown(aRun({ providers: many }))).toContain('\n5 providers: 5 from recordings of 2026-01-01.\n');
  });
});

describe('where prices come from', () => {
  const totals = totalsOf({ sources: { helicone: 3, provider: 5000 }, prices: { priced: 8, unknown: 2, free: 1 } });

  it('counts the offers of each witness, the most first', async () => {
    expect(await shown(aRun({ totals }))).toMatch(/│ the provider +│ +5,000 │ +│\n│ helicone +│ +3 │ +│/);
  });

  it('counts those together that say little', async () => {
    const sources = { provider: 9, a: 8, b: 7, c: 3, d: 2 };
    expect(await shown(aRun({ totals: { ...totals, sources } }))).toMatch(
      /│ b +│ +7 │ +│\n│ 2 others +│ +5 │ c 3, d 2 +│/,
    );
  });

  it('counts the offers that have none, with the reasons that they give', async () => {
    const unpriced = { disputed: 1, 'no-match': 3 };
    const said = await shown(aRun({ totals: { ...totals, unpriced, prices: { ...totals.prices, quarantined: 4 } } }));
    expect(said).toMatch(/│ nobody +│ +2 │ no-match 3, disputed 1 +│/);
    expect(said).toMatch(/│ nobody who is believed +│ +4 │ +│/);
  });
});

describe('rows that became no record', () => {
  it('are told with why, those of all providers together', async () => {
    const providers = {
      a: aProvider({ skipped: 3, skips: { 'not on offer': 2, 'beyond --limit': 1 } }),
      b: aProvider({ skipped: 4, skips: { 'not on offer': 4 } }),
    };
    const said = await shown(aRun({ providers, totals: totalsOf({ skipped: 7, rejected: 1 }) }));
    expect(said).toContain(
      '\n7 rows skipped: 6 not on offer, 1 beyond --limit.\n1 row rejected: data/rejected.jsonl says why.\n',
    );
  });

  it('are nothing to speak of where there are none', async () =>
    expect(await shown(aRun())).not.toMatch(/skipped|rejected/));
});

it('counts the offers of which a price was refused, by reason, and says how to see one', async () => {
  const price = { witness: 'helicone', row: 'ACME/b', code: 'negative', detail: 'input -1000 is no price' };
  const quarantined = [
    { ...price, model: 'acme/b' },
    { ...price, model: 'acme/b', detail: 'output -1000 is no price' },
    { ...price, model: 'acme/c' },
    { model: 'acme/d', witness: null, row: null, code: 'disputed', detail: 'one says 1; another says 2' },
  ];
  expect(await shown(aRun({ quarantined }))).toContain(
    '\nA price was refused for 3 offers: negative 2, disputed 1; such as `explain acme/b`.\n',
  );
  expect(await shown(aRun())).not.toContain('refused');
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
    expect(text).toContain('\nb (stale): b answered 503\na (recording): a answered 404\n');
  });

  it('is not said of each recording where there is no network', async () =>
    expect(await shown(aRun({ providers: { a: recording, b: stale } }), { isDown: true })).not.toContain('404'));

  it('says when to ask again', async () => {
    const later = aProvider({ error: 'answered 429', retryAt: '2026-01-02T00:00:00.000Z' });
    expect(await shown(aRun({ providers: { a: later } }))).toContain(
      '\na (fresh): answered 429 (again after 2026-01-02T00:00:00.000Z)\n',
    );
  });

  const many = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`p${i}`, stale]));
  it('counts what is too much to read', async () => {
    const said = await shown(aRun({ providers: many }));
    expect(said.match(/b answered 503/g)).toHaveLength(12);
    expect(said).toContain('… and 2 more, in run.json');
  });

  it('is said of a price list by its id', async () => {
    const list = aList({ status: 'failed', error: 'helicone.example answered 404' });
    expect(await shown(aRun({ prices: { helicone: list } }))).toContain(
      '\nhelicone (price list) (failed): helicone.example answered 404\n',
    );
    expect(await shown(aRun())).not.toContain('price list');
  });
});

describe('on a terminal', () => {
  const long = aProvider({
    status: 'stale',
    error: 'https://acme.example/v1/models answered 503 again and again. '.repeat(9),
  });
  const worst = aRun({
    providers: Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`provider-${i}`, long])),
    quarantined: Array.from({ length: 20 }, (_, i) => ({
      ...{
        model: `acme/a-model-with-a-long-name-${i}`,
        witness: 'helicone',
        row: null,
        code: `law-number-${i}`,
        detail: '',
      },
    })),
    overrides: { agreed: ['acme/a', 'acme/b', 'acme/c', 'acme/d'], missing: [] },
    files: Object.fromEntries(['providers', 'providers-enriched'].map((folder) => [`${folder}/a.json`, 'sha256'])),
    totals: totalsOf({
      ...{ models: 8000, skipped: 3, rejected: 2, prices: { priced: 4000, unknown: 3990, quarantined: 10 } },
      sources: Object.fromEntries(
        ['provider', 'catalog:models.dev', 'a', 'b', 'c', 'd', 'e', 'f'].map((id, i) => [id, 9 - i]),
      ),
      unpriced: Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`a-reason-${i}`, 99 - i])),
    }),
  });

  it.each([
    [80, 24],
    [80, 40],
    [100, 30],
    [120, 24],
  ])('of %i by %i it has no folded line, and all of it is seen at once', async (columns, rows) => {
    const lines = (await shown(worst, { columns, rows })).trimEnd().split('\n');
    expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
    expect(lines.length).toBeLessThan(rows);
    expect(lines.filter((line) => line.startsWith('provider-')).length).toBeGreaterThan(0);
  });

  it.each([40, 60])('of %i columns it has no folded line', async (columns) => {
    const lines = (await shown(worst, { columns, rows: 24 })).split('\n');
    expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
  });

  it('tells more of what failed where there is more room', async () => {
    const failed = async (rows: number) =>
      (await shown(worst, { columns: 80, rows })).match(/^provider-/gm)?.length ?? 0;
    expect(await failed(50)).toBeGreaterThan(await failed(24));
    expect(await failed(200)).toBe(12);
  });
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
