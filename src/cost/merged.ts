import { isRaw, type Raw } from './fields.js';

/**
 * The usage objects of a stream's events as one: they are running totals, so the last value of each field that is not null
 * holds, nested objects as a whole.
 */
export function merged(events: readonly unknown[]): Raw {
  const all: Record<string, unknown> = {};
  for (const event of events.map(unwrapped)) {
    for (const [name, value] of Object.entries(event ?? {}))
      if (value !== null && value !== undefined) all[name] = value;
  }
  return all;
}

const wrappers = [
  ...['usage', 'usageMetadata', 'usage_metadata', 'message', 'response', 'x_groq'],
  ...['usage_info', 'extra_info', 'meta', 'amazon-bedrock-invocationMetrics'],
];

const deepest = 4;

/** The usage object of an answer or an event, or the object itself where it holds none; undefined for no object. */
export function unwrapped(value: unknown): Raw | undefined {
  if (Array.isArray(value)) return merged(value);
  let inner = value;
  for (let depth = 0; depth < deepest && isRaw(inner); depth++) {
    const holder: Raw = inner;
    const name = wrappers.find((one) => isRaw(holder[one]));
    if (name === undefined) break;
    inner = holder[name];
  }
  return isRaw(inner) ? inner : undefined;
}
