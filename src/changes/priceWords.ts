import type { Change } from '../model/change.js';
import type { CostField } from '../model/cost.js';
import { shown } from '../settle/prices.js';

/** A price of a change as people read it. */
export const priceWord = (field: string | undefined, price: Change['before']): string =>
  typeof price === 'number' ? shown((field ?? 'input') as CostField, price) : 'not known';

/** `+25 %`, `-7.5 %`; nothing where it can't be told. */
export function percentWord(percent: Change['percent']): string {
  if (percent === null || percent === undefined) return '';
  const rounded = Number(percent.toPrecision(3));
  return `${rounded > 0 ? '+' : ''}${rounded} %`;
}

/** `2 up, 1 down`: what was free and is not any more goes up, what is free now goes down. */
export function moves(prices: readonly Change[]): string {
  const both = prices.filter(({ before, after }) => typeof before === 'number' && typeof after === 'number');
  const up = both.filter(({ before, after }) => Number(after) > Number(before)).length;
  const fresh = prices.filter(({ before }) => before === null).length;
  const counts = [
    [up, 'up'],
    [both.length - up, 'down'],
    [fresh, 'known now'],
    [prices.length - both.length - fresh, 'not known any more'],
  ] as const;
  return counts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(', ');
}
