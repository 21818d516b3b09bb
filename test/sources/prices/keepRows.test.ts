import { describe, expect, it } from 'vitest';
import type { Keeping } from '../../../src/sources/kind.js';
import { keepRows } from '../../../src/sources/prices/keepRows.js';
import { anEndpoint, aPriceRow } from '../../builders.js';

const on = (endpoint: string, model: string) => aPriceRow(model, { evidence: { endpoint, row: 0 } });

const how = (more: Partial<Keeping> = {}): Keeping => ({
  ...{ lost: [{ endpoint: 'files', brings: ['models', 'prices'] }], endpoints: [anEndpoint({ name: 'files' })] },
  ...{ now: 'files', before: 'files', day: '2026-01-05', today: '2026-01-06' },
  isGone: (page) => page.startsWith('files/list/2'),
  ...more,
});

describe('the rows of a price list', () => {
  const before = [on('files', 'a'), on('files/list/2', 'b'), aPriceRow('nowhere')];

  it('are kept from pages that failed, on the page of that day', () => {
    expect(keepRows([on('files', 'c')], before, how())).toEqual({
      items: [on('files', 'c'), on('files/list/2@2026-01-05', 'b')],
      kept: { records: 1, prices: 0, facts: 0 },
    });
  });

  it('keep the day that they have', () => {
    const kept = on('files/list/2@2026-01-02', 'b');
    expect(keepRows([], [kept], how()).items).toEqual([kept]);
  });

  it.each([
    ['nothing failed', how({ lost: [] })],
    ['another endpoint gave them', how({ before: 'api' })],
    ['all pages came', how({ isGone: () => false })],
  ])('are none of an earlier list where %s', (_, using) => {
    expect(keepRows([], before, using)).toEqual({ items: [], kept: { records: 0, prices: 0, facts: 0 } });
  });
});
