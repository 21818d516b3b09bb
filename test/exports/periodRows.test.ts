import { describe, expect, it } from 'vitest';
import { parquet } from '../../src/exports/parquet.js';
import { usdEach } from '../../src/exports/usdEach.js';
import type { HistoryLine } from '../../src/model/history.js';
import { aPricing } from '../builders.js';
import { aLine, day, pageOn } from '../history/builders.js';
import { parquetRows } from './readers/rows.js';
import { anOffer, aTable } from './table.js';

async function rowsOf(table: ReturnType<typeof aTable>, history: readonly HistoryLine[] = []) {
  const { content, losses } = await parquet.write(table, history);
  const rows = (await parquetRows(content)).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell instanceof Date ? iso(cell) : cell])),
  );
  return { rows, losses };
}

const iso = (date: Date): string => date.toISOString();
const line = (more: Partial<HistoryLine> = {}) => aLine({ provider: 'acme', id: 'm', ...more });

describe('prices.parquet', () => {
  it('has a row a price and period, past ones too, and what was known before', async () => {
    const { rows } = await rowsOf(aTable(anOffer('m', { input: 0.002 })), [
      line(),
      line({ line: 2, usd: 0.002, validFrom: day(5), change: 'change', run: day(5) }),
    ]);
    expect(rows).toMatchObject([
      { price_usd: 0.001, valid_from: day(1), valid_to: day(5), known_from: null, known_to: null, change: 'first' },
      { price_usd: 0.001, valid_from: day(5), valid_to: null, known_from: null, known_to: day(5), line: 1n },
      { price_usd: 0.002, valid_from: day(5), valid_to: null, known_from: day(5), known_to: null, change: 'change' },
    ]);
  });

  it('says half open when a dated price of the table holds, where there is no history', async () => {
    const offer = anOffer(
      'm',
      { input: 0.002 },
      { tiers: [{ when: { until: '2026-12-31' }, cost: { input: 0.001 } }] },
    );
    const { rows } = await rowsOf(aTable(offer));
    expect(rows).toMatchObject([
      { price_usd: 0.001, valid_from: null, valid_to: '2027-01-01T00:00:00.000Z', known_from: null, change: null },
      { price_usd: 0.002, valid_from: '2027-01-01T00:00:00.000Z', valid_to: null, line: null },
    ]);
  });

  it('has no row of a time in which no price was known', async () => {
    const gone = line({ line: 2, usd: null, validFrom: day(5), change: 'change', witness: null, run: day(5) });
    const { rows } = await rowsOf([], [line(), gone]);
    expect(rows).toMatchObject([
      { price_usd: 0.001, valid_to: day(5), known_to: null, name: null, status: null },
      { price_usd: 0.001, valid_from: day(5), known_to: day(5) },
    ]);
  });

  it.each([
    ['input', 0.00015, '0.000000150000000000000000'],
    ['cacheWrite', 0.0000208333333333333, '0.000000020833333333333300'],
    ['perSecond', 0.00000833333333333333, '0.000008333333333333330000'],
    ['perImage', 100, '100.000000000000000000000000'],
    ['input', 1e-25, null],
  ] as const)('gives %s of %s by the one, to the last of its decimals', (field, price, each) => {
    const exact = usdEach(field, price);
    expect(exact).toBe(each === null ? null : BigInt(each.replace('.', '')));
  });

  it('has the confidence of the table where the table still says it', async () => {
    const table = aTable(anOffer('m', { input: 0.001 }, { pricing: aPricing({ confidence: 0.9 }) })).map((file) => ({
      ...file,
      sources: { api: pageOn(4) },
    }));
    const { rows } = await rowsOf(table, [
      line({ validTo: day(2) }),
      line({ line: 2, usd: 0.002, validFrom: day(2), run: day(2) }),
      line({ line: 3, validFrom: day(3), change: 'flip', run: day(3) }),
    ]);
    const held = rows.filter(({ known_to }) => known_to === null);
    expect(held.map(({ price_usd, confidence }) => [price_usd, confidence])).toEqual([
      [0.001, null],
      [0.002, null],
      [0.001, 0.9],
    ]);
  });

  it('names a price of the table that the history does not have', async () => {
    const { rows, losses } = await rowsOf(aTable(anOffer('m', { input: 0.003, output: 0.004 })), [line()]);
    expect(rows.map(({ price_field, price_usd }) => [price_field, price_usd])).toEqual([
      ['input', 0.001],
      ['output', 0.004],
    ]);
    expect(losses).toMatchObject([{ line: { field: 'input', price: 0.003 }, why: 'the history does not have it' }]);
  });
});
