import type { Tier } from '../model/cost.js';

/** Under which condition a price holds, in words. */
export function conditionOf(when: Tier['when']): string {
  const { contextAbove, contextUpTo, serviceTier, region, days, timeUtc, from, until, quantityAbove, variant } = when;
  return [
    contextAbove === undefined ? '' : `prompt above ${contextAbove} tokens`,
    contextUpTo === undefined ? '' : `prompt up to ${contextUpTo} tokens`,
    serviceTier ?? '',
    region === undefined ? '' : `in ${region}`,
    days ?? '',
    timeUtc === undefined ? '' : `${timeUtc} UTC`,
    from === undefined ? '' : `from ${from}`,
    until === undefined ? '' : `until ${until}`,
    quantityAbove === undefined ? '' : `above ${quantityAbove} units`,
    variant ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
