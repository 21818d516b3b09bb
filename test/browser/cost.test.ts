import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Decimal } from 'decimal.js';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { CallCost } from '../../src/cost/callCost.js';
import type { Model } from '../../src/model/model.js';
import { chosenText } from '../../src/page/chosenOffers.js';
import { type DayCount, dayCounts } from '../../src/page/cost/day.js';
import { hashOf } from '../../src/page/hash.js';
import { unknownCost } from '../../src/sources/unknownCost.js';
import { aPricing } from '../builders.js';
import { commandLine, providerIn } from '../cli/ratecard.js';
import { aFile, aReport } from '../report/builders.js';
import { hasBrowser, offlineRun, openData, openFile, phone } from './browser.js';
import { barriers } from './axe.js';

/** The exact USD a day of each offer in the table of costs; what it says instead where there is no total. */
const daysOn = async (page: Page): Promise<Record<string, string>> =>
  Object.fromEntries(
    await page.evaluate<[string, string][]>(
      `[...document.querySelectorAll('.cost-costs tbody tr')].map((row) =>
        [row.querySelector('a')?.textContent ?? '', (row.querySelector('data') ?? row.querySelector('td')).value ?? row.querySelector('td').textContent])`,
    ),
  );

/** The first offers of a run, of three providers at most, that are as is wanted. */
async function offersLike(out: string, isWanted: (offer: Model) => boolean): Promise<string[]> {
  const found: string[] = [];
  for (const name of (await readdir(join(out, 'providers-enriched'))).sort()) {
    const { models } = await providerIn(out, name.replace('.json', ''), 'providers-enriched');
    const offer = models.find((one) => one.pricing.status === 'priced' && isWanted(one));
    if (offer) found.push(`${offer.provider}/${offer.id}`);
    if (found.length === 3) break;
  }
  return found;
}

/** What the command line says that a call costs. */
async function costBy(out: string, key: string, options: readonly string[]): Promise<CallCost> {
  const { stdout, stderr, code } = await commandLine(['cost', key, ...options, '--json', '--out', out]);
  expect(code, stderr).toBe(0);
  return (JSON.parse(stdout) as { cost: CallCost }).cost;
}

interface Case {
  readonly what: string;
  readonly isWanted: (offer: Model) => boolean;
  /** Tokens a day. */
  readonly counts: Readonly<Partial<Record<DayCount, number>>>;
  readonly service?: string;
  /** One of the counts has no price. */
  readonly isUnknown?: boolean;
}

/** One of so many requests a day, in options of the command line. */
const optionsOf = (counts: Case['counts'], requests: number, service: string | undefined): string[] => [
  ...Object.entries(counts).flatMap(([name, count]) => [
    `--${dayCounts[name as DayCount].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    String(count / requests),
  ]),
  ...(service === undefined ? [] : ['--service-tier', service]),
];

describe.skipIf(!hasBrowser)('the calculator', () => {
  it.each<Case>([
    {
      what: 'prices by the length of a prompt',
      isWanted: ({ tiers, cost }) =>
        tiers.some(({ when }) => when.contextAbove) && !!cost.cacheRead && !!cost.cacheWrite,
      counts: { input: 20_000_000, cached: 4_000_000, written: 400_000, output: 800_000 },
    },
    {
      what: 'a price of the batch queue',
      isWanted: ({ tiers }) => tiers.some(({ when, cost }) => when.serviceTier === 'batch' && cost.cacheRead),
      counts: { input: 20_000_000, cached: 4_000_000, output: 800_000 },
      service: 'batch',
    },
    {
      what: 'a price of reasoning',
      isWanted: ({ cost }) => typeof cost.reasoning === 'number' && cost.input !== null && cost.output !== null,
      counts: { input: 20_000_000, output: 800_000, reasoning: 400_000 },
    },
    {
      what: 'no price of what is read from the cache',
      isWanted: ({ cost, tiers }) => cost.input !== null && cost.cacheRead === null && tiers.length === 0,
      counts: { input: 20_000_000, cached: 400 },
      isUnknown: true,
    },
  ])(
    'gives the figures of the command line for offers with $what',
    async ({ isWanted, counts, service, isUnknown = false }) => {
      const out = await offlineRun();
      const keys = await offersLike(out, isWanted);
      expect(keys.length).toBeGreaterThan(0);
      const page = await openFile(join(out, 'report.html'), '#/cost');
      for (const requests of [1, 400]) {
        const day = { ...counts, requests, ...(service !== undefined && { service }) };
        const chosen = Object.fromEntries(Object.entries(day).map(([name, value]) => [name, String(value)]));
        const hash = hashOf({ view: 'cost', chosen: { offers: chosenText(keys), ...chosen } });
        await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
        await expect.poll(() => page.locator('main').textContent()).toContain(`${requests} request`);
        const days = await daysOn(page);
        const totals = await Promise.all(
          keys.map(async (key) => (await costBy(out, key, optionsOf(counts, requests, service))).total),
        );
        expect(totals.includes(null)).toBe(isUnknown);
        for (const [i, key] of keys.entries())
          expect(days[key]).toBe(
            isUnknown
              ? 'not known: cache read: no price is known'
              : new Decimal(totals[i] ?? 'NaN').times(requests).toFixed(),
          );
      }
    },
  );

  it('is told by typing: 20 million tokens a day at three offers', async () => {
    const page = await openFile(join(await offlineRun(), 'report.html'), '', phone);
    await page.getByRole('link', { name: 'Calculator' }).tap();
    await page.getByLabel('Tokens in, not cached').fill('20m');
    for (const name of ['openai gpt-4o-mini', 'groq llama-3.3-70b', 'anthropic haiku 4.5']) {
      await page.getByLabel('Add an offer').fill(name);
      await page.locator('.search-found button').first().tap();
    }
    const days = await daysOn(page);
    expect(Object.keys(days)).toHaveLength(3);
    expect(days['openai/gpt-4o-mini']).toBe('3');
    expect(await page.locator('details').first().textContent()).toMatch(/20,000,000 × \$[\d.]+ per 1M/);
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('says what it can not read or count', async () => {
    const hostile = '<img src=x onerror=alert(1)>,%2C';
    const data = aReport([
      aFile('acme', [
        { id: hostile, name: hostile, cost: { ...unknownCost, input: 0.001 }, pricing: aPricing({ source: hostile }) },
      ]),
    ]);
    const offers = chosenText([`acme/${hostile}`, 'gone/<b>']);
    const page = await openData(data, hashOf({ view: 'cost', chosen: { offers, input: '1k', output: '1,5k' } }));
    expect(await page.getByLabel('Tokens out').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('main').textContent()).toContain('write it as 20m, 1.5k or 20,000');
    await page.getByLabel('Tokens out').fill('1.5k');
    expect(await daysOn(page)).toMatchObject({ [`acme/${hostile}`]: 'not known: output: no price is known' });
    expect(await page.locator('main').textContent()).toContain('the table has no such offer');
    expect(await page.locator('main img').count()).toBe(0);
    await page.getByLabel('Tokens out').fill('');
    expect(await daysOn(page)).toMatchObject({ [`acme/${hostile}`]: '0.001' });
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove gone/<b>' }).click();
    expect(page.url()).not.toContain('gone');
  });
});
