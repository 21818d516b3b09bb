import { wordsIn } from './holds.js';
import { daysIn, hoursIn } from './time.js';
import type { When } from './when.js';

const isPart = <T>(part: Iterable<T>, whole: Iterable<T>): boolean => {
  const all = new Set(whole);
  return [...part].every((one) => all.has(one));
};

/** Of each condition, whether the narrower one implies the wider. */
const implies: Readonly<Record<keyof When, (narrow: When, wide: When) => boolean>> = {
  contextAbove: (narrow, wide) => (narrow.contextAbove ?? 0) >= (wide.contextAbove ?? 0),
  contextUpTo: (narrow, wide) => (narrow.contextUpTo ?? Infinity) <= (wide.contextUpTo ?? Infinity),
  quantityAbove: (narrow, wide) => (narrow.quantityAbove ?? 0) >= (wide.quantityAbove ?? 0),
  serviceTier: (narrow, wide) => narrow.serviceTier === wide.serviceTier,
  region: (narrow, wide) => narrow.region === wide.region,
  from: (narrow, wide) => (narrow.from ?? '') >= (wide.from ?? ''),
  until: (narrow, wide) => (narrow.until ?? '') <= (wide.until ?? ''),
  days: (narrow, wide) => isPart(daysIn(narrow.days ?? ''), daysIn(wide.days ?? '')),
  timeUtc: (narrow, wide) => isDuring(narrow.timeUtc ?? '', wide.timeUtc ?? ''),
  variant: (narrow, wide) => isPart(wordsIn(wide.variant ?? ''), wordsIn(narrow.variant ?? '')),
};

function isDuring(narrow: string, wide: string): boolean {
  const [inner, outer] = [hoursIn(narrow), hoursIn(wide)];
  const after = (inner.start - outer.start + 24 * 60) % (24 * 60);
  return after + inner.minutes <= outer.minutes;
}

/** Whether wherever `narrow` holds `wide` does too, and not the other way round. */
export const isNarrower = (narrow: When, wide: When): boolean => includes(narrow, wide) && !includes(wide, narrow);

/** Whether two conditions are steps of one ladder, which differ in the length of the prompt alone, and `low` is the lower one. */
export const isLowerStep = (low: When, high: When): boolean =>
  low.contextAbove !== undefined &&
  high.contextAbove !== undefined &&
  low.contextAbove < high.contextAbove &&
  includes({ ...low, contextAbove: 0 }, { ...high, contextAbove: 0 }) &&
  includes({ ...high, contextAbove: 0 }, { ...low, contextAbove: 0 });

const includes = (narrow: When, wide: When): boolean =>
  (Object.keys(wide) as (keyof When)[]).every(
    (name) => wide[name] === undefined || (narrow[name] !== undefined && implies[name](narrow, wide)),
  );
