import { levelNamed } from '../../cost/served.js';
import type { CostField } from '../../model/cost.js';
import type { Place } from '../hash.js';
import { typedCount } from './typedCount.js';

/** What is typed of a day, by its name in the address, and the price that it is billed at. */
export const dayCounts = {
  input: 'input',
  cached: 'cacheRead',
  written: 'cacheWrite',
  output: 'output',
  reasoning: 'reasoning',
} as const satisfies Readonly<Record<string, CostField>>;
export type DayCount = keyof typeof dayCounts;

/** So many requests are made a day where nobody says it: a prompt has a length, and some prices depend on it. */
export const usualRequests = 1000;

/** What is used a day. */
export interface Day {
  /** Tokens; none stands in two. */
  readonly counts: Readonly<Record<DayCount, number>>;
  readonly requests: number;
  /** batch, flex, priority …; null for the standard one. */
  readonly serviceTier: string | null;
}

/** What is typed of a day; null where some of it can't be read. */
export function dayOf(chosen: Place['chosen']): Day | null {
  const names = Object.keys(dayCounts) as DayCount[];
  const counts = names.flatMap((name) => typedCount(chosen[name] ?? '') ?? []);
  const requests = requestsOf(chosen['requests']);
  if (counts.length < names.length || requests === null) return null;
  return {
    counts: Object.fromEntries(names.map((name, i) => [name, counts[i]])) as unknown as Day['counts'],
    ...{ requests, serviceTier: levelNamed(chosen['service'] ?? '') },
  };
}

/** How many requests are meant; null where that can't be read, or is none. */
export const requestsOf = (typed = ''): number | null =>
  typed.trim() === '' ? usualRequests : typedCount(typed) || null;

/** Tokens of one prompt, all that goes in or was written to the cache: not always a whole number. */
export const promptOfOne = ({ counts: { input, cached, written }, requests }: Day): number =>
  (input + cached + written) / requests;

/** Whether anything is used. */
export const isUsed = ({ counts }: Day): boolean => Object.values(counts).some((count) => count > 0);
