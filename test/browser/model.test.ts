import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HistoryLine } from '../../src/model/history.js';
import { hashOf } from '../../src/page/hash.js';
import { unknownCost } from '../../src/sources/unknownCost.js';
import { anOrigin, aPricing, day1 } from '../builders.js';
import { commandLine, providerIn } from '../cli/ratecard.js';
import { aFile, aReport } from '../report/builders.js';
import { barriers } from './axe.js';
import { hasBrowser, offlineRun, openData, openFile, phone } from './browser.js';

const hostile = '<img src=x onerror=alert(1)>';
const widths = '[document.documentElement.scrollWidth, innerWidth]';

const aLine = (line: number, more: Partial<HistoryLine>): HistoryLine => ({
  ...{ line, provider: 'acme', id: hostile, component: 'input', when: {}, usd: 0.001 },
  ...{ validFrom: day1, validTo: null, basis: 'observed', change: 'first', supersedes: null },
  ...{ witness: 'provider', row: null, page: null, run: null },
  ...more,
});

const report = aReport(
  [
    aFile(
      'acme',
      [
        {
          id: hostile,
          name: hostile,
          model: { key: `acme/${hostile}`, line: `acme/${hostile}`, facets: { region: hostile } },
          cost: { ...unknownCost, input: 0.002 },
          kept: { cost: day1 },
          tiers: [{ when: { variant: hostile }, cost: { input: 0.004 } }],
          pricing: aPricing({
            source: hostile,
            agree: [hostile],
            differ: [{ witness: hostile, cost: { input: 0.1 } }],
            issues: [{ code: hostile, detail: hostile }],
          }),
        },
        {
          id: 'silent',
          pricing: aPricing({
            status: 'unknown',
            source: null,
            evidence: null,
            issues: [{ code: 'not-priced', detail: 'nobody says it' }],
          }),
        },
      ],
      {
        provider: { id: 'acme', name: hostile, kind: 'host', docs: 'javascript:alert(1)', env: [] },
        sources: { api: anOrigin({ url: 'javascript:alert(1)' }) },
      },
    ),
  ],
  {
    history: [
      aLine(1, { validTo: '2026-01-01T12:00:00.000Z' }),
      aLine(2, { validFrom: '2026-01-01T12:00:00.000Z', usd: 0.002, change: 'change', supersedes: 1 }),
    ],
  },
);

describe.skipIf(!hasBrowser)("a model's page", () => {
  it('has the offers in the order of the command line, with their prices', async () => {
    const out = await offlineRun();
    const { stdout } = await commandLine(['offers', 'meta/llama-3.3-70b-instruct', '--json', '--out', out]);
    const { offers } = JSON.parse(stdout) as {
      offers: { provider: string; id: string; cost: { input: number | null } }[];
    };
    const page = await openFile(join(out, 'report.html'), '#/model/meta/llama-3.3-70b-instruct');
    expect(await page.locator('.model-offers tbody a').allTextContents()).toEqual(
      offers.map(({ provider, id }) => `${provider}/${id}`),
    );
    const first = await page.locator('.model-offers tbody td').first().textContent();
    expect(Number(first)).toBe(Number(((offers[0]?.cost.input ?? 0) * 1000).toPrecision(12)));
    await page.getByRole('checkbox').nth(1).check();
    expect(page.url()).toContain('offers=');
    await page.getByRole('link', { name: 'Compare' }).click();
    await expect
      .poll(() => page.locator('.compare thead a').allTextContents())
      .toEqual([`${offers[1]?.provider}/${offers[1]?.id}`]);
  });

  it.each(['#/model/meta/llama-3.3-70b-instruct', '#/offer/openai/gpt-5.4'])(
    'keeps nobody out of %s, on a phone in the dark, on which nothing is cut off',
    async (hash) => {
      const page = await openFile(join(await offlineRun(), 'report.html'), hash, { ...phone, colorScheme: 'dark' });
      await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`);
      expect(await barriers(page)).toEqual([]);
      const [inner = 0, outer] = await page.evaluate<number[]>(widths);
      expect(inner).toBeLessThanOrEqual(outer ?? 0);
    },
  );

  it('has all prices of an offer, and the page that they stand on', async () => {
    const out = await offlineRun();
    const { models, sources } = await providerIn(out, 'openai', 'providers-enriched');
    const { pricing, tiers } = models.find(({ id }) => id === 'gpt-5.4')!;
    const page = await openFile(join(out, 'report.html'), '#/offer/openai/gpt-5.4');
    expect(await page.getByRole('region', { name: 'Prices in USD' }).locator('tbody tr').count()).toBe(
      tiers.length + 1,
    );
    const { url, sha256 } = sources[pricing.evidence?.endpoint ?? '']!;
    expect(await page.getByRole('link', { name: url }).getAttribute('href')).toBe(url);
    expect(await page.locator('main').textContent()).toContain(sha256);
    expect(await page.locator('main').textContent()).toContain(pricing.agree.join(', '));
    expect(await page.locator('.model-plot svg path').count()).toBeGreaterThan(0);
  });

  it.each([`model/acme/${hostile}`, `offer/acme/${hostile}`])('shows what is hostile as text at %s', async (place) => {
    const [view = '', ...of] = place.split('/');
    const page = await openData(report, hashOf({ view, of: of.join('/') }));
    await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`);
    expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe(`acme/${hostile}`);
    const text = await page.locator('main').textContent();
    for (const part of [`${hostile} differs`, 'javascript:alert(1)', '2026-01-01']) expect(text).toContain(part);
    expect(await page.locator('main :is(img, a[href^=javascript])').count()).toBe(0);
    expect(
      await page
        .getByRole('img', { name: /over time/ })
        .locator('path[d]')
        .count(),
    ).toBeGreaterThan(0);
    expect(await barriers(page)).toEqual([]);
  });

  it('says why there is no price, and what could not be read', async () => {
    const page = await openData(report, '#/offer/acme/silent');
    expect(await page.locator('main').textContent()).toContain('nobody says it');
    await page.goto(`${page.url().split('#')[0]}${hashOf({ view: 'offer', of: `acme/${hostile}` })}`);
    await expect.poll(() => page.locator('main').textContent()).toContain('cost from 2026-01-01');
  });

  it.each(['model/acme/none', 'offer/acme/none', 'model'])(
    'says that there is no %s, and leads to the search',
    async (place) => {
      const page = await openData(report, `#/${place}`);
      expect(await page.locator('main').textContent()).toContain('The table has no such');
      await page.getByRole('link', { name: 'Look for it' }).click();
      expect(page.url()).toMatch(/#\/offers(\?q=none)?$/);
    },
  );
});
