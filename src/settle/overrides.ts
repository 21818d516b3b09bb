import type { Issue } from '../model/pricing.js';
import type { Origin, Origins } from '../model/origin.js';
import type { Heard } from './collect.js';

/** Who a person's correction is as a witness. */
export const overrideWitness = 'override';

/** The page that corrections stand on, by its name among the origins. */
export const overridesPage = 'overrides';

/** A person's word on what an offer costs. */
export interface Correction extends Heard {
  /** The person's reason, with the page and the day. */
  readonly why: Issue;
}

/** What people corrected. */
export interface Overrides {
  readonly page: Origin;
  /** By `provider/id`, prices in the units of `cost`. */
  readonly offers: ReadonlyMap<string, Correction>;
}

/** The page of the corrections, as records name it. */
export const pageOf = (overrides: Overrides | undefined): Origins =>
  overrides ? { [overridesPage]: overrides.page } : {};
