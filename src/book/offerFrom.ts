import type { Offer } from '../settle/settle.js';
import { modeFor } from '../sources/reading/modeFor.js';
import type { Query } from './query.js';

/** An offer of which the query is all that is known. */
export function offerFrom({ provider, id, name = null }: Query): Offer {
  const modalities = { input: [], output: [] };
  return {
    ...{ provider, id, name, modalities, mode: modeFor({ id, name, modalities }), cost: {}, tiers: [] },
    pricing: {
      ...{ status: 'unknown', source: null, confidence: null, evidence: null },
      ...{ agree: [], differ: [], match: null, issues: [] },
    },
  };
}
