import type { Cost } from '../../model/cost.js';
import type { Model } from '../../model/model.js';
import { type FactField, factFields, factOf, withFacts } from '../facts.js';
import type { Keeping } from '../kind.js';
import { statusFor } from '../reading/lifecycleIn.js';
import { modeFor } from '../reading/modeFor.js';
import { tiersFor } from '../reading/tiersFor.js';
import { unitsFor } from '../reading/unitsFor.js';
import { noted } from './noted.js';
import { isLost, rankOf, saidBy } from './origins.js';

/**
 * The model with the facts that an earlier reading had from what failed now, where nobody says them now, or only a lesser
 * endpoint does; and with those that its own endpoint says otherwise while it lacks a page of facts, for what is left of it
 * may be the lesser word. As it is where there are none.
 */
export function withKeptFacts(model: Model, earlier: Model, how: Keeping): Model {
  const lost = new Map<FactField, unknown>();
  for (const field of factFields) {
    const value = factOf(earlier, field);
    if (value !== null && field !== 'mode' && isMissed(field, model, earlier, how)) lost.set(field, value);
  }
  if (isModeMissed(model, earlier, how)) lost.set('mode', earlier.mode);
  if (lost.size === 0) return model;
  const kept = noted(withFacts(model, lost), earlier, [...lost.keys()], how);
  const status = statusFor(kept.status, kept, how.today);
  return { ...kept, status, ...(unitFields.some((field) => lost.has(field)) && inUnits(kept)) };
}

/** The facts that tell in which units a price stands. */
const unitFields = ['mode', 'modalities.input', 'modalities.output'] as const satisfies FactField[];

function inUnits({ mode, modalities, cost, tiers }: Model): Pick<Model, 'cost' | 'tiers'> {
  const kind = { mode, ...modalities };
  return { cost: unitsFor(kind, cost).cost as Cost, tiers: tiersFor(tiers, kind).read };
}

function isMissed(field: FactField, model: Model, earlier: Model, how: Keeping): boolean {
  const was = saidBy(earlier, field, how.before, how);
  const value = factOf(model, field);
  if (value === null) return isLost(was, 'facts', how);
  const is = saidBy(model, field, how.now, how);
  if (rankOf(is, how) > rankOf(was, how)) return isLost(was, 'facts', how);
  return isLost(is, 'facts', how) && JSON.stringify(value) !== JSON.stringify(factOf(earlier, field));
}

/** A mode that nobody states is concluded from other fields: what they lacked when it was, nobody sees in it. */
const isConcluded = (model: Model): boolean => model.from['mode'] === undefined && model.mode === modeFor(model);

function isModeMissed(model: Model, earlier: Model, how: Keeping): boolean {
  if (earlier.mode === null) return false;
  if (earlier.mode === model.mode) return !isConcluded(earlier) && isMissed('mode', model, earlier, how);
  if (!isConcluded(model)) return isMissed('mode', model, earlier, how);
  return isConcluded(earlier)
    ? how.lost.some(({ brings }) => brings.includes('facts') || brings.includes('prices'))
    : isLost(saidBy(earlier, 'mode', how.before, how), 'facts', how);
}
