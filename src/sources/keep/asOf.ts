import type { Pricing } from '../../model/pricing.js';
import { pageAsOf } from './pageAsOf.js';

/** What is said of a price in an earlier reading: its page is called by the day, beside the one of today. */
export const asOf = <Said extends Pick<Pricing, 'evidence'>>(said: Said, day: string): Said =>
  said.evidence === null
    ? said
    : { ...said, evidence: { ...said.evidence, endpoint: pageAsOf(said.evidence.endpoint, day) } };
