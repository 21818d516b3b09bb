import { keysOf, sameness, type Name } from './keys.js';
import type { Named } from './named.js';
import type { Offer } from './offer.js';
import { read } from './read.js';
import type { Reading, ReadingOrWhy } from './reading.js';
import { asWritten } from './steps/asWritten.js';
import { settleLatest } from './steps/aliases.js';
import { settleDates } from './steps/dates.js';
import { fillInstruct } from './steps/instruct.js';
import { labNames } from './steps/labNames.js';
import { fillLabs } from './steps/labs.js';
import { lostMarks } from './steps/lostMarks.js';
import { fillRevisions } from './steps/revisions.js';
import { fillSizes } from './steps/sizes.js';

/** All that a table of offers tells of its models. */
export interface Settled {
  readonly readings: readonly ReadingOrWhy[];
  /** Readings behind which no lab is known. */
  readonly without: readonly Reading[];
  readonly named: readonly Named[];
  /** By `sameness`. */
  readonly names: ReadonlyMap<string, Name>;
}

/** From the surest to the boldest: each step may count on what the ones before it filled in. */
const steps = (named: readonly Named[]): Named[] =>
  settleLatest(fillInstruct(settleDates(fillRevisions(fillSizes(lostMarks(named).map(labNames).map(asWritten))))));

/** Reads every offer, and lets the table fill in what names leave out. Pure; the order of the offers changes nothing. */
export const settle = (offers: readonly Offer[]): Settled => settleReadings(offers.map(read));

/** The same for offers that are read. */
export function settleReadings(readings: readonly ReadingOrWhy[]): Settled {
  const { named, without } = fillLabs(readings.filter((one): one is Reading => !('why' in one)));
  const settled = steps(named);
  return { readings, without, named: settled, names: keysOf(settled) };
}

/** Key and line of a settled name. */
export const nameIn = ({ names }: Settled, named: Named): Name => names.get(sameness(named)) ?? { key: '', line: '' };
