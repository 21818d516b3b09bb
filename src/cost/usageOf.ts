import { chargeIn } from './charge.js';
import { isRaw, type Raw } from './fields.js';
import { unwrapped } from './merged.js';
import { passesIn } from './passes.js';
import type { About } from './reading.js';
import { readPasses } from './readPasses.js';
import { regionOf, serviceTierOf, variantsOf } from './served.js';
import type { Usage } from './units.js';

/** What stands around a usage object, where it is known. */
export interface Around extends About {
  /** The answer that it came in. */
  readonly response?: unknown;
  /** What was asked. */
  readonly request?: unknown;
}

/**
 * What a call used, as classes of units that don't overlap, from the `usage` object of any API that is known, an answer that
 * holds one, or the list of those of a stream's events. `provider` and `api` tell habits that the object does not.
 */
export function usageOf(given: unknown, { response, request, ...about }: Around = {}): Usage {
  const raw = unwrapped(given) ?? {};
  const answer: Raw = { ...(isRaw(given) && given !== raw ? given : {}), ...(isRaw(response) ? response : {}) };
  const beside = ['usage_breakdown', 'tool_usage'].filter((name) => name in answer && !(name in raw));
  const counted = { ...raw, ...Object.fromEntries(beside.map((name) => [name, answer[name]])) };
  const spoken = { usage: raw, response: answer, request: isRaw(request) ? request : {} };
  return {
    ...readPasses(() => passesIn(counted, about)),
    charge: chargeIn(raw, about),
    serviceTier: serviceTierOf(spoken),
    region: regionOf(spoken),
    variants: variantsOf(spoken),
  };
}
