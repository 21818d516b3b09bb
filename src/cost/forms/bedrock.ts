import { count, countIn, isRaw, type Raw } from '../fields.js';
import { allInside, type Reading } from '../reading.js';

/** Whether an object is of Bedrock's Converse, or of the metrics that it adds to others' answers. */
export const isBedrock = (raw: Raw): boolean =>
  [
    'inputTokens',
    'outputTokens',
    'inputTokenCount',
    'inputTextTokenCount',
    'outputTokenCount',
    'cacheReadInputTokens',
  ].some((name) => name in raw) &&
  !['cachedInputTokens', 'reasoningTokens', 'inputTokenDetails'].some((name) => name in raw);

/** Bedrock's counting: `inputTokens` is what was neither read from the cache nor written to it. */
export const bedrock = (raw: Raw): Reading => ({
  input: count(raw, 'inputTokens', 'inputTokenCount', 'inputTextTokenCount'),
  output: count(raw, 'outputTokens', 'outputTokenCount'),
  total: count(raw, 'totalTokens', 'totalTokenCount'),
  cacheRead: count(raw, 'cacheReadInputTokens', 'cacheReadInputTokenCount'),
  cacheWrite: count(raw, 'cacheWriteInputTokens', 'cacheWriteInputTokenCount'),
  cacheWrite5m: writtenFor(raw, false),
  cacheWrite1h: writtenFor(raw, true),
  inside: { ...allInside, cache: false },
});

/** Tokens written for an hour, or for less. */
function writtenFor({ cacheDetails }: Raw, isHour: boolean): number | undefined {
  if (!Array.isArray(cacheDetails)) return undefined;
  return cacheDetails
    .filter(isRaw)
    .filter(({ ttl }) => /^(1h|60m|3600s?)$/i.test(typeof ttl === 'string' ? ttl : '') === isHour)
    .reduce((all, entry) => all + (countIn(entry['inputTokens']) ?? 0), 0);
}
