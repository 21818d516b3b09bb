import { keysOf, sameness, type Name } from './keys.js';
import { type Named, stemOf } from './named.js';
import type { Offer } from './offer.js';
import { read } from './read.js';
import type { Reading, ReadingOrWhy } from './reading.js';
import { rememberFor } from './rememberFor.js';
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

/** The steps that settle by which words and versions a name goes; those after them compare offers alone that agree in both. */
const spelled = (named: readonly Named[]): Named[] => lostMarks(named).map(inLabsWords);

const inLabsWords = rememberFor((named: Named): Named => asWritten(labNames(named)));

/** From the surest to the boldest: each step may count on what the ones before it filled in. */
const filledIn = (named: readonly Named[]): Named[] =>
  settleLatest(fillInstruct(settleDates(fillRevisions(fillSizes(named)))));

/** Reads every offer, and lets the table fill in what names leave out. Pure; the order of the offers changes nothing. */
export function settle(offers: readonly Offer[]): Settled {
  const readings = offers.map(read);
  const { named, without } = fillLabs(readings.filter((one): one is Reading => !('why' in one)));
  const settled = filledIn(spelled(named));
  return { readings, without, named: settled, names: keysOf(settled) };
}

/** The name of a reading and of those that are the same model, settled beside others; none behind which no lab is known. */
export function sameAs(reading: Reading, others: readonly Reading[]): Same | undefined {
  const names = spelled(fillLabs([...others, reading]).named);
  const isIt = (named: Named) => named.reading === reading;
  const own = names.find(isIt);
  if (!own) return undefined;
  const stem = stemOf(own);
  const settled = filledIn(names.filter((one) => stemOf(one) === stem));
  const named = settled.find(isIt) ?? own;
  const model = sameness(named);
  return { named, same: settled.filter((one) => sameness(one) === model) };
}

/** A settled name, and all that are the same model. */
interface Same {
  readonly named: Named;
  readonly same: readonly Named[];
}

/** Key and line of a settled name. */
export const nameIn = ({ names }: Settled, named: Named): Name => names.get(sameness(named)) ?? { key: '', line: '' };
