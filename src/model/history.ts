import { z } from 'zod';
import { cost, tier } from './cost.js';
import { origin } from './origin.js';

/** A moment in UTC, ISO 8601. */
const moment = z.iso.datetime({ offset: true });

/** Counted from 1 through all files of a history. */
const place = z.number().int().positive();

/**
 * Why a line stands there: first = nothing was known before, change = the provider moved the price, correction = we read or
 * matched it wrongly or another witness is believed now, flip = it went back within a week to what it was before.
 */
export const historyChange = z.enum(['first', 'change', 'correction', 'flip']);
export type HistoryChange = z.infer<typeof historyChange>;

/** One line of a price history: from when to when one price of an offer held. A later line counts where two overlap. */
export const historyLine = z.strictObject({
  line: place,
  /** Who sells it, models.dev's id where it has one. */
  provider: z.string().min(1),
  /** Of the offer, as its provider spells it. */
  id: z.string().min(1),
  /** Which price. */
  component: cost.keyof(),
  /** Under which conditions; days are not among them, they are `validFrom` and `validTo`. */
  when: tier.shape.when.omit({ from: true, until: true }),
  /** In the units of `cost`: USD per 1,000 tokens, `per…` USD per one. null = from then on no price is known. */
  usd: z.number().nonnegative().nullable(),
  /** The first moment at which it holds. */
  validFrom: moment,
  /** The first moment at which it does not hold any more; null = until another line says so. */
  validTo: moment.nullable(),
  /** observed = from when on somebody saw it, effective = the provider says the day. */
  basis: z.enum(['observed', 'effective']),
  change: historyChange,
  /** The line that held until then, or that this one corrects. */
  supersedes: place.nullable(),
  /** Who states it; null where there is no price. */
  witness: z.string().nullable(),
  /** The row in the words of a price list, `provider/model`; null where it was no matter of names. */
  row: z.string().nullable(),
  /** The page that says so. */
  page: origin.nullable(),
  /** Id of the run that wrote it; null for the run that began the history. */
  run: z.string().nullable(),
});
export type HistoryLine = Readonly<z.infer<typeof historyLine>>;

/** The first line of each file of a history. */
export const historyHead = z.strictObject({
  /** Of the form of the file. */
  schemaVersion: z.literal(2),
  /** The month in which its lines were seen, `YYYY-MM`. */
  month: z.string().regex(/^\d{4}-\d{2}$/),
  /** The file of the month before, closed by its hash; null where this one is the first. */
  previous: z
    .strictObject({
      /** Its name, in the same folder. */
      file: z.string(),
      /** Hex, of its bytes. */
      sha256: z.string(),
    })
    .nullable(),
});
export type HistoryHead = Readonly<z.infer<typeof historyHead>>;
