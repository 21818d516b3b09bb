import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chosenText } from '../../src/page/chosenOffers.js';
import { hashOf } from '../../src/page/hash.js';
import { unknownCost } from '../../src/sources/unknownCost.js';
import { aPricing } from '../builders.js';
import { aFile, aReport } from '../report/builders.js';
import { barriers } from './axe.js';
import { hasBrowser, offlineRun, openData, openFile, phone } from './browser.js';

const hostile = '<img src=x onerror=alert(1)>,%2C';
const report = aReport([
  aFile('acme', [
    {
      id: 'one',
      mode: 'chat',
      openWeights: true,
      cost: { ...unknownCost, input: 0.002, output: 0.004 },
      pricing: aPricing(),
    },
    {
      id: hostile,
      mode: 'chat',
      openWeights: false,
      cost: { ...unknownCost, input: 0.001, output: 0.005 },
      pricing: aPricing({ source: hostile }),
    },
  ]),
]);
const at = (keys: readonly string[], more = {}) =>
  hashOf({ view: 'compare', chosen: { offers: chosenText(keys), ...more } });
const both = ['acme/one', `acme/${hostile}`];

describe.skipIf(!hasBrowser)('offers side by side', () => {
  it('mark the cheapest of each price and what differs', async () => {
    const page = await openData(report, at(both));
    const row = (name: RegExp) => page.getByRole('row', { name });
    expect(
      await row(/^input/)
        .locator('td')
        .allTextContents(),
    ).toEqual([' 2', 'cheapest 1']);
    expect(
      await row(/^output/)
        .locator('td')
        .allTextContents(),
    ).toEqual(['cheapest 4', ' 5']);
    expect(
      await row(/^open weights ≠/)
        .locator('td')
        .allTextContents(),
    ).toEqual([' yes', ' no']);
    expect(await row(/^what it is for/).count()).toBe(1);
    await page.getByLabel('Only what differs').check();
    expect(await row(/^what it is for/).count()).toBe(0);
    expect(page.url()).toContain('only=differences');
    expect(await page.locator('main img').count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
  });

  it('are fewer or more, and lead to the calculator', async () => {
    const page = await openData(report, at([...both, 'gone/<b>']));
    const heads = () => page.locator('.compare thead a').allTextContents();
    await page.getByRole('button', { name: 'Remove gone/<b>' }).click();
    await page.getByRole('button', { name: 'Remove acme/one' }).click();
    await expect.poll(heads).toEqual([`acme/${hostile}`]);
    await page.getByLabel('Add an offer').fill('one');
    await page.getByRole('button', { name: 'acme/one' }).click();
    await expect.poll(heads).toEqual([`acme/${hostile}`, 'acme/one']);
    await page.getByRole('link', { name: 'Calculate' }).click();
    await page.getByRole('heading', { name: 'What a day costs' }).waitFor();
    expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(2);
  });

  it('keep the facts in sight on a phone', async () => {
    const keys = ['openai/gpt-5.4', 'openai/gpt-4o-mini', 'anthropic/claude-haiku-4-5'];
    const page = await openFile(join(await offlineRun(), 'report.html'), at(keys), { ...phone, colorScheme: 'dark' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    const fact = page.getByRole('rowheader', { name: /^what it is for/ });
    const before = await fact.boundingBox();
    await page.evaluate(`document.querySelector('.scroll').scrollLeft = 150`);
    expect((await fact.boundingBox())?.x).toBeCloseTo(before?.x ?? -1, 0);
    expect(await barriers(page)).toEqual([]);
  });
});
