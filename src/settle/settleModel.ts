import type { Model } from '../model/model.js';
import { sortedNotes } from '../sources/facts.js';
import { type Court, type Refused, settle } from './settle.js';

/** A model as its provider states it, and the same with its price settled. From here on the two go together. */
export interface Joined {
  readonly model: Model;
  readonly enriched: Model;
  /** What was said of its price and is not believed. */
  readonly refused: readonly Refused[];
}

/** Settles the price of a model; all else of it stays as it is. */
export function settleModel(model: Model, court: Court): Joined {
  const { cost, tiers, pricing, from, refused } = settle(model, court);
  const notes = sortedNotes({ ...withoutCost(model.from, pricing.source === model.pricing.source), ...from });
  return { model, enriched: { ...model, quotes: undefined, cost, tiers: [...tiers], pricing, from: notes }, refused };
}

/** The origins of the fields, without that of a price that is not taken. */
const withoutCost = (from: Model['from'], isTaken: boolean): Model['from'] =>
  isTaken ? from : Object.fromEntries(Object.entries(from).filter(([field]) => field !== 'cost'));
