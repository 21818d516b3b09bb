import { describe, expect, it } from 'vitest';
import { timelinesOf } from '../../src/history/timelines.js';
import { readHistory } from '../../src/store/history.js';
import { aPricing } from '../builders.js';
import { runDay } from '../sinks/historyDays.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { anOffer } from './builders.js';

type Prices = Readonly<Record<string, number>>;
type Said = Readonly<Record<string, ReturnType<typeof anOffer> | number>>;

/** USD per 1K that acme's page says on a day: m moves twice, n is taken back after two days, late begins on the twelfth. */
const acme = (on: number): Prices => ({
  m: on < 5 ? 0.001 : on < 20 ? 0.002 : 0.0015,
  n: on === 8 || on === 9 ? 0.03 : 0.003,
  ...(on >= 12 && { late: 0.004 }),
});

/** bolt does not list m from the 15th to the 24th; its w is a price list's word until the provider says it itself. */
const bolt = (on: number): Said => ({
  ...((on < 15 || on >= 25) && { m: 0.002 }),
  w: anOffer(on < 18 ? 0.01 : 0.0012, { pricing: aPricing({ source: on < 18 ? 'litellm' : 'provider' }) }),
});

/** crow moves each price back and forth, each for longer than a week. */
const crow = (on: number): Prices => ({ m: on < 10 || on >= 19 ? 0.007 : 0.008, free: 0 });

/** What held when, written by hand: day of November, half open; no end = to this day. */
const expected = {
  'acme/late': ['12- 0.004 first'],
  'acme/m': ['1-5 0.001 first', '5-20 0.002 change', '20- 0.0015 change'],
  'acme/n': ['1-8 0.003 first', '8-10 0.03 change', '10- 0.003 flip'],
  'bolt/m': ['1-15 0.002 first', '15-25 null change', '25- 0.002 change'],
  'bolt/w': ['1-18 0.01 first', '18- 0.0012 correction'],
  'crow/free': ['1- 0 first'],
  'crow/m': ['1-10 0.007 first', '10-19 0.008 change', '19- 0.007 change'],
};

async function periodsOf(order: readonly string[]): Promise<Record<string, string[]>> {
  const dir = await temporaryFolder();
  for (let on = 1; on <= 30; on++) {
    const said: Readonly<Record<string, Said>> = { acme: acme(on), bolt: bolt(on), crow: crow(on) };
    await runDay(dir, { on, providers: Object.fromEntries(order.map((id) => [id, said[id] ?? {}])) });
  }
  const date = (ms: number): string => (ms === Infinity ? '' : `${new Date(ms).getUTCDate()}`);
  const found = [...timelinesOf((await readHistory(dir)).lines)].flatMap(([provider, offers]) =>
    [...offers].map(([id, prices]) => [
      `${provider}/${id}`,
      (prices.get('input []') ?? []).map(
        ({ from, to, line: { usd, change } }) => `${date(from)}-${date(to)} ${usd} ${change}`,
      ),
    ]),
  );
  return Object.fromEntries(found) as Record<string, string[]>;
}

describe('thirty days', () => {
  it.each([[['acme', 'bolt', 'crow']], [['crow', 'acme', 'bolt']], [['bolt', 'crow', 'acme']]])(
    'of changes, flips and corrections give the periods, in the order %s',
    async (order) => {
      expect(await periodsOf(order)).toEqual(expected);
    },
  );
});
