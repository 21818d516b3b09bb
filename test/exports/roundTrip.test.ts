import { describe, expect, it } from 'vitest';
import { conditionKey } from '../../src/cost/conditionKey.js';
import { stepOf } from '../../src/exports/conditions.js';
import { exports } from '../../src/exports/index.js';
import { offersIn } from '../../src/exports/offersIn.js';
import type { Export } from '../../src/exports/export.js';
import type { PriceLine } from '../../src/cost/priceLines.js';
import { offlineTable } from '../contract/enrichedRun.js';
import { undated } from '../../src/history/statedPrices.js';
import { made } from './made.js';
import { readers } from './readers/index.js';
import type { Read } from './readers/reader.js';

const table = await offlineTable();
const offers = offersIn(table);

/** Formats that say of each price from when to when it held, in place of one price that another one hides for some days. */
const hasPeriods = ['parquet'];

/** Formats in which one name may be several offers'. */
const sharesNames = ['litellm', 'ccusage'];

const nameOf = ({ offer, field, when }: PriceLine): string => `${offer} ${field} ${conditionKey(when)}`;

async function exported(one: Export) {
  const { content, losses } = await made(one, table);
  const find = await readers[one.format]!(content);
  return { content, losses, find };
}

describe.each(exports)('$format', (one) => {
  const first = exported(one);

  it('gives every price of the table to its readers to the last digit, or names it as lost', async () => {
    const { losses, find } = await first;
    const lost = new Set(losses.map(({ line }) => nameOf(line)));
    const wrong = offers.flatMap(({ model: { provider, id }, lines }) => {
      const read = find(provider, id);
      return lines.flatMap((line) => {
        if (lost.has(nameOf(line))) return [];
        const when = conditionKey(stepOf(line, lines));
        const found = read.find(
          ({ field, price, when: at }) =>
            field === line.field &&
            ([when, conditionKey(line.when)].includes(conditionKey(at)) ||
              (hasPeriods.includes(one.format) && price === line.price && isPartOf(at, line.when))),
        );
        return found?.price === line.price ? [] : [`${nameOf(line)}: ${line.price} is read as ${found?.price}`];
      });
    });
    expect(wrong).toEqual([]);
    expect(new Set(losses.map(({ line }) => line.offer)).size).toBeLessThan(offers.length);
  });

  it('gives its readers no price that the table does not state', async () => {
    const { losses, find } = await first;
    const lost = new Set(losses.map(({ line }) => nameOf(line)));
    const invented = offers.flatMap(({ model: { provider, id, mode }, lines }) => {
      // Where sellers share a name, the entry of that name may be another one's.
      if (sharesNames.includes(one.format) && lines.every((line) => lost.has(nameOf(line)))) return [];
      return find(provider, id).flatMap((read) => {
        const isPart = (line: PriceLine) => line.price === read.price && isPartOf(read.when, line.when);
        if (isStated(read, lines) || (hasPeriods.includes(one.format) && lines.some(isPart))) return [];
        if ((mode === 'embedding' || mode === 'rerank') && read.field === 'output' && read.price === 0) return [];
        return [`${provider}/${id} ${read.field} ${conditionKey(read.when)}: ${read.price}`];
      });
    });
    expect(invented).toEqual([]);
  });

  it('loses only prices of the table, each for one reason', async () => {
    const { losses } = await first;
    const names = losses.map(({ line }) => nameOf(line));
    expect(names.length).toBe(new Set(names).size);
    const known = new Set(offers.flatMap(({ lines }) => lines.map(nameOf)));
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  it('is the same bytes for the same table', async () => {
    const { content } = await first;
    const again = await one.write(structuredClone(table));
    expect(Buffer.from(again.content).equals(Buffer.from(content))).toBe(true);
  });
});

it('has a reader of every format', () => {
  expect(exports.map(({ format }) => format).filter((format) => !(format in readers))).toEqual([]);
});

type When = PriceLine['when'];

/** Whether two conditions are the same but for their days, and those of the first are among those of the second. */
const isPartOf = (part: When, whole: When): boolean =>
  conditionKey(undated(part)) === conditionKey(undated(whole)) &&
  (part.from ?? '') >= (whole.from ?? '') &&
  (part.until ?? '9') <= (whole.until ?? '9');

/** Stated under that very condition, or, in a set of prices that stands for itself, as the base that holds there too. */
const isStated = ({ field, price, when }: Read, lines: readonly PriceLine[]): boolean =>
  lines.some(
    (line) =>
      line.field === field &&
      line.price === price &&
      (conditionKey(line.when) === '[]' ||
        [stepOf(line, lines), line.when].map(conditionKey).includes(conditionKey(when))),
  );
