import { z } from 'zod';
import { validators } from './validators.js';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

/** A body that is kept. */
export const keptBody = z.strictObject({
  /** Of the text that is kept, hex: the name of its file. It is that of the answer, where nothing was hidden or left out. */
  text: sha256,
  /** Of the file, packed, hex. */
  file: sha256,
  /** Of the answer, unpacked. */
  bytes: count,
  /** Entries of the account's own that are left out of an answer to a key. */
  leftOut: count.optional(),
});
export type KeptBody = Readonly<z.infer<typeof keptBody>>;

/** How to ask whether an answer is still the same. */
export const knownRequest = validators.extend({ sha256 });
export type KnownRequest = Readonly<z.infer<typeof knownRequest>>;

/** `bodies/index.json`: what the store of bodies holds. */
export const bodyIndex = z.strictObject({
  /** Of the form of this file; another version is another form. */
  schemaVersion: z.literal(2),
  /** By the sha256 of the answer, which is what the other files name. */
  answers: z.record(sha256, keptBody),
  /** By request, those that a host can be asked about. */
  requests: z.record(z.string(), knownRequest),
});
export type BodyIndex = Readonly<z.infer<typeof bodyIndex>>;
