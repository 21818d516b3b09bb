import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Book, bookOf } from '../../src/page/book.js';
import { agreementOf } from '../../src/page/pictures/agreement.js';
import { coverageOf } from '../../src/page/pictures/coverage.js';
import { percent } from '../../src/page/pictures/drawing.js';
import { priceContextOf } from '../../src/page/pictures/priceContext.js';
import { spreadable, spreadOf } from '../../src/page/pictures/spread.js';
import type { ReportData } from '../../src/report/reportData.js';
import { aModel, priced } from '../builders.js';
import { manifestIn } from '../cli/ratecard.js';
import { aFile, aReport } from '../report/builders.js';
import { barriers } from './axe.js';
import { hasBrowser, offlineRun, openData, openFile, phone } from './browser.js';

const hostile = '<img src=x onerror=alert(1)>';

const openRun = async (hash: string, options: BrowserContextOptions = {}): Promise<Page> =>
  openFile(join(await offlineRun(), 'report.html'), hash, options);

let book: Promise<Book> | undefined;
/** What the page itself was made with; asked for once, for it is large. */
const bookIn = (page: Page): Promise<Book> =>
  (book ??= page
    .evaluate(() => (globalThis as unknown as { readonly reportData: ReportData }).reportData)
    .then(bookOf));

const go = (page: Page, hash: string) => page.goto(`${page.url().split('#')[0]}${hash}`);
const width = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
const all = ['context', 'spread', 'coverage', 'agreement'];

describe.skipIf(!hasBrowser)('pictures', () => {
  it('have a dot for each offer that states a price and a context, and count the rest', async () => {
    const page = await openRun('#/pictures');
    const book = await bookIn(page);
    for (const field of ['input', 'output'] as const) {
      await page.getByLabel('price of').selectOption(field);
      const { points, left, labs } = priceContextOf(book.offers, field);
      await expect.poll(() => page.locator('.pictures-drawn circle').count()).toBe(points.length);
      expect(points.length + left.free + left.unpriced + left.noContext).toBe(book.offers.length);
      expect(await page.locator('main').textContent()).toContain(
        `${points.length.toLocaleString('en')} offers of ${book.offers.length.toLocaleString('en')}`,
      );
      expect(await page.getByRole('list', { name: 'Labs' }).getByRole('listitem').allTextContents()).toEqual(
        labs.map(({ lab, count }) => `${lab} ${count.toLocaleString('en')}`),
      );
    }
    await page.getByRole('button', { name: 'anthropic' }).click();
    const own = priceContextOf(book.offers, 'output').points.filter(({ lab }) => lab === 'anthropic');
    await expect.poll(() => page.locator('.pictures-drawn circle').count()).toBe(own.length);
    expect(page.url()).toContain('lab=anthropic');
  });

  it('name the offer under the pointer, or at which the arrow keys are, and lead to it', async () => {
    const page = await openRun('#/pictures');
    const { points } = priceContextOf((await bookIn(page)).offers, 'input');
    const told = page.locator('.pictures-told');
    const picture = page.getByRole('application');
    await picture.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => told.textContent()).toContain(points[0]?.offer.key);
    await page.keyboard.press('End');
    await expect.poll(() => told.textContent()).toContain(points.at(-1)?.offer.key);
    expect(await page.locator('.pictures-ring').count()).toBe(1);
    await picture.scrollIntoViewIfNeeded();
    const dot = await page.locator('.pictures-drawn circle').nth(1000).boundingBox();
    await page.mouse.move((dot?.x ?? 0) + 2, (dot?.y ?? 0) + 2);
    await expect.poll(() => told.textContent()).not.toContain(points.at(-1)?.offer.key);
    expect(await told.getByRole('link').getAttribute('href')).toMatch(/^#\/offer\//);
    await page.mouse.move(2, 2);
    await picture.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('#/offer/');
  });

  it('have a dot for each price of a model, of that which is typed', async () => {
    const page = await openRun('#/pictures/spread');
    const book = await bookIn(page);
    const shown = async (key = '') => {
      const { points, sellers } = spreadOf(book.byModel.get(key) ?? [], 'input');
      await expect
        .poll(() => page.locator('main').textContent())
        .toContain(`${key}: ${points.length} offers of ${sellers.length} providers`);
      await expect.poll(() => page.locator('.pictures-drawn a circle').count()).toBe(points.length);
    };
    const [most] = spreadable(book, 'input');
    await shown(most?.key);
    await page.getByRole('combobox', { name: 'model' }).fill('llama 3.3 70b');
    await shown('meta/llama-3.3-70b-instruct');
    const first = page.locator('.pictures-drawn a').first();
    expect(await first.getAttribute('href')).toMatch(/^#\/offer\//);
    await page.getByRole('combobox', { name: 'model' }).fill('there is no such model');
    await expect.poll(() => page.locator('main').textContent()).toContain('No model of that name');
  });

  it('have who states the prices as run.json counts it, and as many providers as are asked for', async () => {
    const page = await openRun('#/pictures/coverage');
    const { totals } = await manifestIn(await offlineRun());
    const { providers, sides } = coverageOf(await bookIn(page));
    const counted = Object.fromEntries(sides.map(({ side, count }) => [side, count]));
    const catalogs = Object.entries(totals.sources).filter(([source]) => source.startsWith('catalog:'));
    expect(counted['catalog']).toBe(catalogs.reduce((sum, [, count]) => sum + count, 0));
    expect(counted['provider']).toBe(totals.sources['provider']);
    expect(counted['litellm']).toBe(totals.sources['litellm']);
    expect(await page.getByRole('list', { name: 'Who states the prices' }).textContent()).toContain(
      `provider ${totals.sources['provider']?.toLocaleString('en')}`,
    );
    const bars = (some: typeof providers) => some.reduce((sum, { by }) => sum + by.size, 0);
    await expect.poll(() => page.locator('.pictures-drawn rect').count()).toBeLessThan(bars(providers));
    await page.getByLabel('all').check();
    await expect.poll(() => page.locator('.pictures-drawn rect').count()).toBe(bars(providers));
    await page.getByText('The same as a table').click();
    const row = page.getByRole('row', { name: /OpenRouter/ });
    const router = providers.find(({ provider }) => provider === 'openrouter');
    expect(await row.getByRole('cell').nth(1).textContent()).toBe(router?.offers.toLocaleString('en'));
  });

  it('have in each cell of the matrix how often two agree', async () => {
    const page = await openRun('#/pictures/agreement');
    const { witnesses, of } = agreementOf((await bookIn(page)).offers);
    const row = page.locator('.pictures-matrix tbody tr').first();
    const [first = ''] = witnesses;
    expect(await row.getByRole('rowheader').textContent()).toBe(first);
    expect((await row.getByRole('cell').allTextContents()).slice(1)).toEqual(
      witnesses.slice(1).map((other) => {
        const { both, agree } = of(first, other);
        return both === 0 ? '–' : `${percent(agree, both)}${both.toLocaleString('en')}`;
      }),
    );
  });

  it.each(['light', 'dark'] as const)('are no barrier to anybody, %s', async (colorScheme) => {
    const page = await openRun('#/pictures', { colorScheme });
    for (const name of all) {
      // Of one lab, for thousands of equal dots take their time.
      await go(page, `#/pictures/${name}?lab=meta`);
      await page.getByText('The same as a table').click();
      expect(await barriers(page), name).toEqual([]);
    }
  });

  it('fit on a phone', async () => {
    const page = await openRun('#/pictures', phone);
    for (const name of all) {
      await go(page, `#/pictures/${name}`);
      await page.locator('.pictures-drawn svg, .pictures-matrix').first().waitFor();
      expect(await width(page), name).toBe(390);
    }
  });

  it('show what a source says as text, and say so where there is nothing to draw', async () => {
    const model = { key: `${hostile}/m`, line: `${hostile}/m`, facets: {} };
    const offer = { ...priced(aModel(hostile)), id: hostile, model, limit: { context: 10, input: null, output: null } };
    const page = await openData(aReport([aFile('acme', [offer]), aFile('beta', [offer])]), '#/pictures');
    for (const name of all) {
      await go(page, `#/pictures/${name}`);
      await page.getByText('The same as a table').click();
      expect(await page.locator('img').count(), name).toBe(0);
    }
    await go(page, '#/pictures/spread');
    await expect.poll(() => page.locator('main').textContent()).toContain(hostile);
    const empty = await openData(aReport([]), '#/pictures');
    for (const name of all) {
      await go(empty, `#/pictures/${name}`);
      await expect.poll(() => empty.locator('main').textContent()).toMatch(/No |0 offers/);
    }
  });
});
