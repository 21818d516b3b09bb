import type { Tier } from '../../model/cost.js';
import { daysOf, hoursOf } from './clock.js';

type When = Tier['when'];

/** Fields of an override that say when it holds, and those of a form that the schema has no field for. */
const conditionName = /^(utc|min|max)_/;

/**
 * When an override of OpenRouter's form holds; undefined where it names no condition. None is ever dropped: what has no
 * field of its own, or is not of its form, is told in the list's words.
 */
export function whenOf(
  override: Readonly<Record<string, unknown>>,
  isPrice: (key: string) => boolean,
): When | undefined {
  const { min_prompt_tokens: above, max_prompt_tokens: upTo, service_tier: serviceTier, region } = override;
  const hours = hoursOf(override['utc_start'], override['utc_end']);
  const days = daysOf(override['utc_days']);
  const told = [
    ...(isLength(above) || above === 0 ? ['min_prompt_tokens'] : []),
    ...(isLength(upTo) ? ['max_prompt_tokens'] : []),
    ...(hours !== null ? ['utc_start', 'utc_end'] : []),
    ...(days !== null ? ['utc_days'] : []),
    ...(typeof serviceTier === 'string' ? ['service_tier'] : []),
    ...(typeof region === 'string' ? ['region'] : []),
  ];
  const rest = Object.entries(override).filter(
    ([key, value]) => !isPrice(key) && !told.includes(key) && isCondition(key, value),
  );
  const variant = rest.map(([key, value]) => `${key} ${words(value)}`);
  const when: When = {
    ...(isLength(above) && { contextAbove: above }),
    ...(isLength(upTo) && { contextUpTo: upTo }),
    ...(hours !== null && { timeUtc: hours }),
    ...(days !== null && { days }),
    ...(typeof serviceTier === 'string' && { serviceTier }),
    ...(typeof region === 'string' && { region }),
    ...(variant.length > 0 && { variant: variant.join(', ') }),
  };
  return Object.keys(when).length > 0 ? when : undefined;
}

const isLength = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

/** A number under another name is a price that nobody knows yet. */
const isCondition = (key: string, value: unknown): boolean =>
  value !== null && value !== undefined && (conditionName.test(key) || !isNumber(value));

const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)));

const words = (value: unknown): string =>
  Array.isArray(value) ? value.join(' ') : JSON.stringify(value).replaceAll('"', '');
