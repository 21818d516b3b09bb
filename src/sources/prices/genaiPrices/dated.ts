import { type Tier, tier } from '../../../model/cost.js';
import { isoDay } from '../../parse/dates.js';
import { holdsOn } from '../../parse/terms.js';

type When = Tier['when'];

/** One of a model's prices with the time that it holds. */
export interface Dated<Price> {
  readonly price: Price;
  readonly when: When;
  /** It is the price of the day, whatever the hour. */
  readonly isBase: boolean;
}

/**
 * When each of a model's prices holds. The last one that holds wins, so one ends on the eve of a later one's day, and one
 * without a constraint is the oldest. A constraint of a form that nobody knows is a condition in the list's own words.
 * @param prices in the order of the list
 * @param day ISO day of the list
 */
export function dated<Price extends { readonly constraint?: unknown }>(
  prices: readonly Price[],
  day: string,
): Dated<Price>[] {
  const starts = prices.map(({ constraint }) => whenOf(constraint));
  const whens = starts.map((when, i) => ({ ...when, ...endOf(starts.slice(i + 1)) }));
  const base = whens.findLastIndex((when) => isAllDay(when) && holdsOn(termOf(when), day));
  return prices.flatMap((price, i) => {
    const { from, ...when } = whens[i] ?? {};
    const isBase = i === base;
    const neverHolds = from !== undefined && when.until !== undefined && when.until < from;
    return neverHolds ? [] : [{ price, when: { ...(from && !isBase && { from }), ...when }, isBase }];
  });
}

/** `{start_date}`, or `{start_time, end_time}` of each day in UTC. */
function whenOf(constraint: unknown): When {
  if (constraint === undefined || constraint === null) return {};
  const { start_date: start, start_time: opens, end_time: closes, ...others } = Object(constraint) as Constraint;
  const read = tier.shape.when.safeParse({
    ...(start !== undefined && { from: isoDay(start) }),
    ...((opens !== undefined || closes !== undefined) && { timeUtc: `${minuteOf(opens)}-${minuteOf(closes)}` }),
  });
  return read.success && Object.keys(others).length === 0 ? read.data : { variant: JSON.stringify(constraint) };
}

interface Constraint {
  readonly start_date?: unknown;
  readonly start_time?: unknown;
  readonly end_time?: unknown;
}

/** `00:30:00Z` -> `00:30`; "" for what is no whole minute of UTC. */
const minuteOf = (time: unknown): string =>
  (typeof time === 'string' && /^(\d\d:\d\d)(?::00)?(?:Z|\+00:00)$/.exec(time)?.[1]) || '';

/** The eve of the first day from which one of the later prices holds at every hour. */
function endOf(later: readonly When[]): Pick<When, 'until'> {
  const [first] = later
    .filter(isAllDay)
    .flatMap(({ from }) => from ?? [])
    .sort();
  return first === undefined ? {} : { until: eveOf(first) };
}

const isAllDay = ({ timeUtc, variant }: When): boolean => timeUtc === undefined && variant === undefined;

const eveOf = (day: string): string => new Date(Date.parse(day) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

const termOf = ({ from, until }: When) => ({ ...(from && { from }), ...(until && { until }) });
