import { isDeepStrictEqual } from 'node:util';
import type { Model } from '../model/model.js';

/** A model as its file has it, which marks what is kept, beside what the bodies say of it. */
export interface Merged {
  readonly model: Model;
  /** Fields that no body says any more, with the day that each is kept from. */
  readonly kept: Readonly<Record<string, string>>;
}

/**
 * What a model should be: what the reading says, but that fields which the file marks as kept (`kept`) are as earlier readings
 * say, or, where none is at hand, as the file says. `earlier` are those readings' models of that id, the newest first.
 */
export function withKept(told: Model, read: Model | undefined, earlier: readonly Model[]): Merged | undefined {
  const marks = told.kept ?? {};
  if (Object.keys(marks).length === 0) return read && { model: read, kept: {} };
  const kept: Record<string, string> = {};
  const isMarked = (field: string) => read === undefined || dayOf(marks, field) !== undefined;
  const pick = (field: keyof Model): unknown => {
    const says: unknown = told[field];
    if (read && isDeepStrictEqual(read[field], says)) return says;
    if (!isMarked(field)) return read?.[field];
    if (!earlier.some((one) => isDeepStrictEqual(one[field], says)) && !following.has(field))
      kept[field] = dayOf(marks, field) ?? '';
    return says;
  };
  const fields = [...new Set([...Object.keys(told), ...Object.keys(read ?? {})])] as (keyof Model)[];
  const entries = fields.map((field): [string, unknown] => [field, pick(field)]);
  const model: Record<string, unknown> = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  return { model: model as unknown as Model, kept };
}

/** Fields that follow from others, and are kept with any of them. */
const following: ReadonlySet<string> = new Set(['from', 'kept', 'status', 'mode']);

/** All that belongs to a price is kept with it. */
const ofPrice: ReadonlySet<string> = new Set(['cost', 'tiers', 'pricing', 'quotes']);

/** The day that a field is kept from. */
function dayOf(marks: Readonly<Record<string, string>>, field: string): string | undefined {
  const names = Object.keys(marks);
  const name = names.find(
    (one) =>
      one === '*' || one.split('.')[0] === field || (ofPrice.has(field) && ofPrice.has(one)) || following.has(field),
  );
  return name === undefined ? undefined : marks[name];
}
