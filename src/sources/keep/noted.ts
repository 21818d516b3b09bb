import type { Model } from '../../model/model.js';
import { sortedNotes } from '../facts.js';
import type { Keeping } from '../kind.js';
import { listerOf, saidBy } from './origins.js';

/** The model with the note that fields are an earlier reading's: whose word they are, and of which day. */
export function noted(model: Model, earlier: Model, fields: readonly string[], how: Keeping): Model {
  const from = new Map(Object.entries(model.from));
  const kept = { ...model.kept };
  for (const field of fields) {
    const origin = saidBy(earlier, field, how.before, how);
    kept[field] = earlier.kept?.[field] ?? earlier.kept?.['*'] ?? how.day;
    if (origin === listerOf(model, how.now, how)) from.delete(field);
    else from.set(field, origin);
  }
  return { ...model, from: sortedNotes(Object.fromEntries(from)), kept: sortedNotes(kept) };
}
