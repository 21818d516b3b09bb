import { z } from 'zod';

/** By which a host tells whether an answer of its is still the same (RFC 9110, 8.8). */
export const validators = z.object({
  /** The address that gave the answer, after redirects: no other one is asked by them. */
  url: z.string(),
  etag: z.string().optional(),
  /** An HTTP date, as the host wrote it. */
  lastModified: z.string().optional(),
  /** The `user-agent` that it was given to, where the answer says that it depends on that. */
  agent: z.string().optional(),
});
export type Validators = Readonly<z.infer<typeof validators>>;
