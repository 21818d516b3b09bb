import { describe, expect, it } from 'vitest';
import type { Volume } from '../../src/model/baseline.js';
import { repeatOf, withRepeated } from '../../src/store/repeated.js';
import { aBaseline, day1, day2 } from '../builders.js';

const reading = (rows: number): Volume => ({ endpoint: 'api', rows, records: rows, priced: rows });
const readings = (...rows: number[]) => aBaseline({ readings: rows.map(reading) });
const again = (times: number, readAt = day2) => ({ readAt, times });

describe('a baseline after readings that held the same', () => {
  it('was read when the last of them was, and has the last volume so many times more', () =>
    expect(withRepeated(readings(1, 2), again(2))).toEqual({ ...readings(1, 2, 2, 2), readAt: day2 }));

  it('has the last seven readings of them all', () => {
    expect(withRepeated(readings(1, 2), again(5)).readings).toEqual([1, 2, 2, 2, 2, 2, 2].map(reading));
    expect(withRepeated(readings(1, 2), again(6)).readings).toEqual(Array(7).fill(reading(2)));
    expect(withRepeated(readings(1, 2), again(7)).readings).toEqual(Array(7).fill(reading(2)));
  });

  it('is as it was after none of them, or where no reading is known', () => {
    expect(withRepeated(readings(1), undefined)).toEqual(readings(1));
    expect(withRepeated(readings(), again(1))).toEqual(readings());
  });

  it('goes by the clock of the reading, be that an earlier day', () =>
    expect(withRepeated({ ...readings(1), readAt: day2 }, again(1, day1)).readAt).toBe(day1));

  it('lost nothing again of what the last one had lost', () => {
    const lost = { ...reading(3), gone: ['m'] };
    expect(withRepeated(aBaseline({ readings: [lost] }), again(1)).readings).toEqual([lost, reading(3)]);
    expect(repeatOf(lost)).toEqual(reading(3));
  });
});
