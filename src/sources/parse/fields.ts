import { z } from 'zod';
import { type Lifecycle, lifecycle } from '../../model/model.js';
import type { Quoted } from './money.js';
import { longestId } from './limits.js';

// Readers of optional fields. A field of a type nobody expected reads as absent and never costs the row its model;
// that the type changed is noted by the drift report.

const read = <T>(reader: (value: unknown) => T) => z.transform(reader);

/** A string, trimmed; "", one with bytes that were no UTF-8 and everything else -> null. */
export const text = read((value) =>
  typeof value === 'string' && value.trim() !== '' && !value.includes('\uFFFD') ? value.trim() : null,
);

/** A price as quoted, number or string; everything else -> null. Convert with `parse/money.ts`. */
export const amount = read((value): Quoted => (typeof value === 'string' || typeof value === 'number' ? value : null));

/** A whole number above 0, as a number or a string ("131,072"); everything else, 0 included -> null. */
export const count = read((value) => {
  const number = typeof value === 'string' ? Number(value.replaceAll(/[,_\s]/g, '') || NaN) : value;
  const whole = typeof number === 'number' ? Math.round(number) : NaN;
  return Number.isSafeInteger(whole) && whole > 0 ? whole : null;
});

/** true or false, also as "true"/"false" and 1/0; everything else -> null. */
export const flag = read((value) => {
  if (value === true || value === 'true' || value === 1) return true;
  return value === false || value === 'false' || value === 0 ? false : null;
});

/** One of the record's own words for a model's state; everything else -> null. */
export const status = read((value): Lifecycle | null => lifecycle.safeParse(value).data ?? null);

/** The strings of a list; null where there is no list (= not said). */
export const texts = read((value) =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item !== '') : null,
);

/** The parts of a comma list ("text, image") or of a list; null where there is neither. */
export const commaList = read((value) => {
  const parts = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : null;
  return parts?.filter((part): part is string => typeof part === 'string').flatMap((part) => part.trim() || []) ?? null;
});

/** An object read by `shape`; anything that is not an object reads as one without fields. */
export const part = <Shape extends z.ZodRawShape>(shape: Shape) => {
  const schema = z.looseObject(shape);
  return z
    .transform((value: unknown) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}))
    .pipe(schema);
};

/** The objects of a list, each read by `shape`; what is not an object is left out, no list -> []. */
export const parts = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .transform((value: unknown) =>
      Array.isArray(value)
        ? value.filter((item): item is object => typeof item === 'object' && item !== null && !Array.isArray(item))
        : [],
    )
    .pipe(z.array(z.looseObject(shape)));

/** A model id: required, not empty. */
export const id = z.string().trim().min(1).max(longestId);

/** An object's own objects by their key, each read by `shape`; what is not an object is left out, no object -> {}. */
export const partsByKey = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .transform((value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value).filter(
              ([, item]) => typeof item === 'object' && item !== null && !Array.isArray(item),
            ),
          )
        : {},
    )
    .pipe(z.record(z.string(), z.looseObject(shape)));
