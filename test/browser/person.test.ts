import { Decimal } from 'decimal.js';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/change.js';
import type { Model } from '../../src/model/model.js';
import { readWritten } from '../../src/report/readWritten.js';
import { reportOf } from '../../src/report/reportOf.js';
import { readTable } from '../../src/store/enriched.js';
import { hasBrowser, offlineRun, openData, phone } from './browser.js';

const now = Date.parse('2026-11-26T12:00:00.000Z');

const moved = (run: string, id: string, before: number, after: number): Change => ({
  ...{ run, kind: 'price', provider: 'openai', id, field: 'input', before, after, percent: 100 },
  evidence: { before: null, after: null },
});
const changes = [
  moved('2026-08-01T03:00:00.000Z', 'gpt-4o', 0.001, 0.002),
  moved('2026-11-20T03:00:00.000Z', 'gpt-4o-mini', 0.0001, 0.0002),
];

/** The page on a phone, with what a run wrote and what runs before it found changed. */
async function inHand(): Promise<{ page: Page; offers: Model[] }> {
  const out = await offlineRun();
  const table = await readTable(out);
  const data = reportOf({ ...(await readWritten(out, table)), changes }, now);
  return { page: await openData(data, '', phone), offers: table.flatMap(({ models }) => models) };
}

const priceOf = ({ cost, pricing }: Model): number | null => cost.input ?? (pricing.status === 'free' ? 0 : null);

// No more than a person does: taps, words, and what is in sight then.
describe.skipIf(!hasBrowser)(
  'a person with only the page, on a phone, finds in less than a minute',
  { timeout: 60_000 },
  () => {
    it('the cheapest offer of a model that calls tools', async () => {
      const { page, offers } = await inHand();
      await page.getByRole('searchbox').fill('llama 3.3 70b');
      await page.locator('summary', { hasText: 'Filter' }).tap();
      await page.getByLabel('calls tools').tap();
      await page.locator('summary', { hasText: 'Filter' }).tap();
      await page.getByRole('button', { name: /^Input/ }).tap();
      const first = page.locator('tbody tr[aria-rowindex="2"]');
      const key = await first.getByRole('checkbox').getAttribute('aria-label');
      const offer = offers.find(({ provider, id }) => `Pick ${provider}/${id}` === key);
      const all = offers.filter(
        ({ id, capabilities, model }) =>
          capabilities.toolCall &&
          (/llama.?3.3/i.test(id) || model?.key?.includes('llama-3.3')) &&
          /70b/i.test(`${id} ${model?.key ?? ''}`),
      );
      expect(offer?.capabilities.toolCall).toBe(true);
      expect(offer && priceOf(offer)).toBe(Math.min(...all.flatMap((one) => priceOf(one) ?? [])));
    });

    it('why a model has no price', async () => {
      const { page, offers } = await inHand();
      const offer = offers.find(({ pricing }) => pricing.issues.some(({ code }) => code === 'disputed'));
      await page.getByRole('searchbox').fill(`${offer?.provider ?? ''} ${offer?.id ?? ''}`);
      await page.locator('tbody tr[aria-rowindex="2"]').getByRole('link').tap();
      await page.getByRole('heading', { name: offer?.id ?? '' }).waitFor();
      for (const { detail } of offer?.pricing.issues ?? []) await page.getByText(detail).first().waitFor();
    });

    it('what changed since last month', async () => {
      const { page } = await inHand();
      await page.getByRole('link', { name: 'Changes' }).tap();
      const rows = page.getByRole('table').getByRole('row');
      await expect.poll(() => rows.count()).toBe(2);
      expect((await rows.nth(1).innerText()).replace(/\s+/g, ' ').trim()).toBe(
        'openai/gpt-4o-mini input 0.1 0.2 +100 %',
      );
    });

    it('what 20 million tokens a day would cost at three offers', async () => {
      const { page, offers } = await inHand();
      const keys = ['openai/gpt-4o', 'anthropic/claude-sonnet-4-5', 'mistral/mistral-large-latest'];
      for (const key of keys) {
        await page.getByRole('searchbox').fill(key);
        await page.getByRole('checkbox', { name: `Pick ${key}`, exact: true }).tap();
      }
      await page.getByRole('link', { name: 'Calculate' }).tap();
      await page.getByLabel('Tokens in, not cached').fill('20m');
      const rows = page.getByRole('table').first().getByRole('row');
      await expect.poll(() => rows.count()).toBe(4);
      for (const key of keys) {
        const { cost } = offers.find(({ provider, id }) => `${provider}/${id}` === key) ?? { cost: { input: null } };
        const usd = new Decimal(cost.input ?? 0).times(20_000).toFixed(2);
        expect(await rows.filter({ has: page.getByRole('link', { name: key }) }).innerText()).toContain(`$${usd}`);
      }
    });
  },
);
