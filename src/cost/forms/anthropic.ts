import { count, isRaw, part, type Raw } from '../fields.js';
import { type About, allInside, type Reading } from '../reading.js';

const marks = [
  'cache_read_input_tokens',
  'cache_creation_input_tokens',
  'cache_creation',
  'server_tool_use',
  'iterations',
];
const details = ['input_tokens_details', 'input_token_details', 'prompt_tokens'];

/** Whether an object counts as Anthropic does: `input_tokens` without what was read from the cache and written to it. */
export const isAnthropic = (raw: Raw, { api = '' }: About): boolean =>
  ('input_tokens' in raw || 'output_tokens' in raw || Array.isArray(raw['iterations'])) &&
  !details.some((name) => (raw[name] ?? null) !== null) &&
  (marks.some((name) => name in raw) || /message/i.test(api));

/** Anthropic's counting; a gateway's total may say that it counts otherwise. */
export function anthropic(raw: Raw): Reading {
  const split = part(raw, 'cache_creation');
  return {
    input: count(raw, 'input_tokens'),
    output: count(raw, 'output_tokens'),
    total: count(raw, 'total_tokens'),
    cacheRead: count(raw, 'cache_read_input_tokens'),
    cacheWrite: count(raw, 'cache_creation_input_tokens'),
    cacheWrite5m: count(split, 'ephemeral_5m_input_tokens'),
    cacheWrite1h: count(split, 'ephemeral_1h_input_tokens'),
    reasoning: count(part(raw, 'output_tokens_details'), 'thinking_tokens', 'reasoning_tokens'),
    inside: { ...allInside, cache: false },
  };
}

/** The requests of which a call consists: the top level leaves some of them out. */
export function iterationsIn(raw: Raw): readonly Raw[] {
  const { iterations } = raw;
  const entries = Array.isArray(iterations) ? iterations.filter(isRaw) : [];
  return entries.length > 0 ? entries : [raw];
}
