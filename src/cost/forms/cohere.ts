import { count, part, type Raw, sum } from '../fields.js';
import { allInside, type Reading } from '../reading.js';

/** What Cohere bills: `tokens` counts a hidden preamble, and `cached_tokens` is of those. */
export function cohere(raw: Raw): Reading {
  const billed = part(raw, 'billed_units', 'billedUnits');
  const pictures = count(billed, 'image_tokens', 'imageTokens');
  return {
    input: sum(count(billed, 'input_tokens', 'inputTokens'), pictures),
    output: count(billed, 'output_tokens', 'outputTokens'),
    inputImage: pictures,
    inside: allInside,
  };
}

/** Whether an object is Cohere's. */
export const isCohere = (raw: Raw): boolean => part(raw, 'billed_units', 'billedUnits') !== undefined;
