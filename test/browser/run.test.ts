import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { reportRunOf } from '../../src/report/reportRunOf.js';
import { bytesText, inRunOrder, runColumns } from '../../src/page/run/runColumns.js';
import { levelsOf, peakOf, rowsOf, totalsOf } from '../../src/page/run/timeline.js';
import { manifestIn } from '../cli/ratecard.js';
import { aReport } from '../report/builders.js';
import { barriers } from './axe.js';
import { hasBrowser, offlineRun, openData, openFile, phone } from './browser.js';

const openRun = async (hash = '#/run', options: BrowserContextOptions = {}): Promise<Page> =>
  openFile(join(await offlineRun(), 'report.html'), hash, options);
const rowsTold = async () => rowsOf(reportRunOf(await manifestIn(await offlineRun())));

describe.skipIf(!hasBrowser)('the run', () => {
  it('has the figures of run.json, of each source and of all', async () => {
    const page = await openRun();
    const rows = inRunOrder(await rowsTold(), '');
    const shown = await page.locator('.run-sources tbody tr').allTextContents();
    expect(shown).toHaveLength(rows.length);
    for (const i of [0, 1, rows.length - 1]) {
      const row = rows[i];
      const figures = row && runColumns.map(({ value, text }) => text?.(row) ?? value(row)?.toLocaleString('en'));
      expect(shown[i]).toContain(`${row?.status}${figures?.join('')}`);
    }
    const totals = totalsOf(rows);
    const told = await page.locator('.run-totals').textContent();
    expect(told).toContain(`${totals.sources}, ${totals.failed} failed`);
    expect(told).toContain(`${totals.answered} answered`);
    expect(told).toContain(bytesText(totals.bytes));
  });

  it('has a bar of each source’s time, and how many are read at a time, never more than may be', async () => {
    const page = await openRun();
    const rows = await rowsTold();
    const peak = peakOf(levelsOf(rows));
    expect(peak).toBeGreaterThan(0);
    expect(peak).toBeLessThanOrEqual(10);
    await page.getByRole('img', { name: `At most ${peak} sources were read at a time` }).waitFor();
    const spans = rows.flatMap(({ times }) => [
      ...(times?.fetching ?? []),
      ...(times?.retrying ?? []),
      ...(times?.parsing ?? []),
    ]);
    expect(await page.locator('.run-bar').count()).toBe(rows.length);
    expect(await page.locator('.run-bar rect').count()).toBe(spans.length + rows.length);
  });

  it('is searched and sorted, and shows the same again by its address', async () => {
    const page = await openRun();
    await page.getByRole('searchbox').fill('price list');
    await page.getByRole('button', { name: 'bytes' }).click();
    await page.getByRole('button', { name: 'bytes' }).click();
    const lists = inRunOrder(
      (await rowsTold()).filter(({ kind }) => kind === 'price list'),
      '-bytes',
    );
    const names = async (one: Page) =>
      (await one.locator('.run-sources tbody th').allTextContents()).map((text) => text.replace(' price list', ''));
    expect(await names(page)).toEqual(lists.map(({ name }) => name));
    expect(await names(await openRun(new URL(page.url()).hash))).toEqual(lists.map(({ name }) => name));
  });

  it.each(['light', 'dark'] as const)('is no barrier to anybody, %s', async (colorScheme) =>
    expect(await barriers(await openRun('#/run', { colorScheme }))).toEqual([]),
  );

  it('fits on a phone', async () => {
    const page = await openRun('#/run', phone);
    await page.locator('.pictures-drawn svg').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('says so where nothing is told of it', async () => {
    const page = await openData(aReport([]), '#/run');
    expect(await page.locator('main').textContent()).toContain('tells of no run');
  });
});
