import { z } from 'zod';
import { validators } from '../model/validators.js';

/** One recorded response: an entry of `data/recordings/<provider-id>/meta.json`. */
export const recordedResponse = z.object({
  /** Name of the body's file in the same folder. */
  file: z.string().regex(/^[\w][\w.-]*$/),
  /** The request's URL, placeholders and all. */
  url: z.string(),
  /** GET where it is left out. */
  method: z.enum(['GET', 'POST', 'PUT']).optional(),
  /** The request's body. */
  body: z.string().optional(),
  /** A date or an instant, ISO 8601. */
  recordedAt: z.union([z.iso.date(), z.iso.datetime({ offset: true })]),
  /** What is missing, where the file is not the whole answer: the first of several pages, an excerpt, thinned rows. */
  partial: z.string().min(1).optional(),
  /** Entries of the account's own, such as fine-tunes, that are left out of a list that was asked for with a key. */
  leftOut: z.number().int().positive().optional(),
  /** Of the file's bytes, hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** How to ask the host whether its answer is still the same, where the file is that answer to the byte. */
  validators: validators.optional(),
});

/** What `meta.json` beside the recorded bodies of a provider says. */
export const recordingMeta = z.object({ responses: z.array(recordedResponse) });

export type RecordedResponse = z.infer<typeof recordedResponse>;
