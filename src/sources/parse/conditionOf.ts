import type { Tier } from '../../model/cost.js';
import { tokens } from './tokens.js';

const longer = /^(?:>|≥|(?:over|above|from)\b)[\s=]*\d/i;
/** The price of short prompts is the model's own. */
const shorter = /^(?:<|≤|(?:up to|under|below)\b)[\s=]*\d/i;
const level = /^(?:batch|flex|priority|fast)$/i;

/**
 * When a price holds that a table has under those words and that level of service ('' for the standard one): lines such
 * as "> 200K", "≤ 512k input tokens" or "Batch". Other words are a variant; `{}` for the standard price of short prompts.
 */
export function conditionOf(words: string, serviceLevel = ''): Tier['when'] {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !/^(?:standard)?$/i.test(line) && !shorter.test(line));
  const above = lines.flatMap((line) => (longer.test(line) ? (tokens(line) ?? []) : []))[0];
  const serviceTier = lines.find((line) => level.test(line))?.toLowerCase() ?? serviceLevel;
  const variant = lines.filter((line) => !longer.test(line) && !level.test(line)).join(' ');
  return {
    ...(above !== undefined && { contextAbove: above }),
    ...(serviceTier && { serviceTier }),
    ...(variant && { variant }),
  };
}
