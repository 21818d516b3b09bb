import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { aFile, aReport } from '../report/builders.js';
import { hasBrowser, offlineRun, openData, openFile } from './browser.js';

describe.skipIf(!hasBrowser)('the page', () => {
  it('opens from disk and says how many offers it has', async () => {
    const page = await openData(aReport([aFile('acme', [{ id: 'one' }, { id: 'two' }])]));
    expect(await page.getByRole('contentinfo').textContent()).toContain('2 offers of 1 providers');
  });

  it('opens with all offers of a run', async () => {
    const page = await openFile(join(await offlineRun(), 'report.html'));
    expect(await page.getByRole('contentinfo').textContent()).toMatch(/^\d,\d{3} offers of \d{3} providers, run of/);
  });
});
