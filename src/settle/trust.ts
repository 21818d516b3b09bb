import type { Heard } from './collect.js';
import { familyOf } from './families.js';
import { trusts } from './trusts.js';

/** How often something was right, of how often it was given. */
export interface Count {
  readonly right: number;
  readonly given: number;
}

/** What was measured on offers whose price is known from elsewhere; written by `pnpm evaluate`. */
export interface Trusts {
  /** ISO day of the newest recording that it was measured on. */
  readonly day: string;
  /** By witness: of all that it states. */
  readonly witnesses: Readonly<Record<string, Count>>;
  /** By situation (`situationOf`) of what would be filled, and the same at one provider: `alone litellm`, `alone litellm@azure`. */
  readonly situations: Readonly<Record<string, Count>>;
  /** Providers' own words where two independent lists agree on a price, theirs or another: all together as `*`. */
  readonly own: Readonly<Record<string, Count>>;
}

/** How many offers of a provider weigh as much as all that is known of the others. */
const weight = 12;

/** Of so many offers the share that was right, drawn towards `mean` where they are few. */
const shrunk = ({ right, given }: Count, mean: number, pull = weight): number => (right + pull * mean) / (given + pull);

const nothing: Count = { right: 0, given: 0 };

/** Laplace's rule: a witness that was hardly heard stays near a half. */
const share = ({ right, given }: Count): number => (right + 1) / (given + 2);

/** The chance that a witness states the right price, whoever sells. */
export const trustIn = (witness: string, { witnesses }: Trusts = trusts): number =>
  share(witnesses[familyOf(witness)] ?? nothing);

/** What a price that is filled stands on: who says it, who else, who differs. */
export interface Standing {
  readonly chosen: Pick<Heard, 'witness' | 'kind'>;
  /** Families of witnesses that say the same, the chosen one counted; and of those that say something else. */
  readonly agreeing: number;
  readonly differing: number;
}

/** The name of a situation: alone by who it is and how surely the row was found, together by how many. */
export function situationOf({ chosen: { witness, kind }, agreeing, differing }: Standing): string {
  const against = differing > 0 ? ' against others' : '';
  if (agreeing > 1) return `${agreeing > 2 ? 'three' : 'two'}${against}`;
  const isSure = kind === null || kind === 'same-id' || kind === 'same-name';
  return `alone ${familyOf(witness)}${isSure ? '' : ' by likeness'}${against}`;
}

/** 0…1, to three digits: the chance that a price is right that its provider does not state. */
export function confidenceIn(standing: Standing, provider: string, { situations }: Trusts = trusts): number {
  const situation = situationOf(standing);
  const everywhere = share(situations[situation] ?? nothing);
  return rounded(shrunk(situations[`${situation}@${provider}`] ?? nothing, everywhere));
}

/** Where a provider is wrong, another witness says the same by chance this seldom. */
const byChance = 0.1;

/**
 * 0…1, to three digits: the chance that what a provider says of its own price is read right. Each witness that agrees or
 * differs weighs as much as it is to be trusted (Bayes' rule, the witnesses taken as independent).
 */
export function confidenceInOwn(
  { agree, differ }: { readonly agree: readonly string[]; readonly differ: readonly string[] },
  provider: string,
  known: Trusts = trusts,
): number {
  const prior = shrunk(known.own[provider] ?? nothing, share(known.own['*'] ?? nothing), 4 * weight);
  const likelihood = (witness: string, does: boolean): number => {
    const trust = trustIn(witness, known);
    return does ? trust / byChance : (1 - trust) / (1 - byChance);
  };
  const odds = [
    ...agree.map((witness) => likelihood(witness, true)),
    ...differ.map((witness) => likelihood(witness, false)),
  ].reduce((product, one) => product * one, prior / (1 - prior));
  return rounded(Math.min(odds / (1 + odds), highest));
}

/** Nothing is surer, be it a person's correction. */
export const highest = 0.999;

const rounded = (chance: number): number => Math.round(Math.min(chance, highest) * 1000) / 1000;
