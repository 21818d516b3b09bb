import { z } from 'zod';
import type { Tier } from '../../model/cost.js';
import { part, text } from '../parse/fields.js';

const bound = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'number' && value >= 0 ? value : null));

/** A range of tokens, in thousands; one that has no end is open. */
const span = part({ unit: text, gte: bound, gt: bound, lte: bound, lt: bound });
type Span = z.infer<typeof span>;

/** What a price holds for: lengths, and whatever else the list may come to ask. */
export const conditions = part({ prompt_tokens: span, completion_tokens: span });

/** What a price holds for. The key of the range that begins with the first token and asks nothing else is ''. */
export interface Range {
  readonly key: string;
  readonly start: number;
  readonly when: Tier['when'];
}

/**
 * The condition of a price. Whether a bound itself is in is written either way for one and the same range, so that ranges
 * are told apart by their bounds alone.
 */
export function rangeOf({
  prompt_tokens: prompt,
  completion_tokens: completion,
  ...more
}: z.infer<typeof conditions>): Range {
  const start = tokens(prompt, 'gte', 'gt') ?? 0;
  const end = tokens(prompt, 'lte', 'lt');
  const others = Object.entries(more).map(([key, value]) => `${key} ${JSON.stringify(value).replaceAll('"', '')}`);
  const variant = [answerOf(completion), ...others].filter((word) => word !== '').join(', ');
  const when = {
    ...(start > 0 && { contextAbove: start }),
    ...(end !== null && (start > 0 || variant !== '') && { contextUpTo: end }),
    ...(variant !== '' && { variant }),
  };
  const key = Object.keys(when).length === 0 ? '' : JSON.stringify(when);
  return { key, start, when };
}

function answerOf(range: Span): string {
  const from = tokens(range, 'gte', 'gt') ?? 0;
  const to = tokens(range, 'lte', 'lt');
  if (from === 0 && to === null) return '';
  const ends = to === null ? `from ${from}` : from === 0 ? `below ${to}` : `from ${from} to ${to}`;
  return `answer ${ends} tokens`;
}

const tokens = (range: Span, ...bounds: ('gte' | 'gt' | 'lte' | 'lt')[]): number | null => {
  const value = bounds.map((name) => range[name]).find((one) => typeof one === 'number');
  const scale = range.unit === null || range.unit.toLowerCase() === 'ktokens' ? 1000 : 1;
  return value === undefined ? null : Math.round(value * scale);
};
