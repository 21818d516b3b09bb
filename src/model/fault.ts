import { z } from 'zod';

/** What went wrong; it says what to do about it. `defect` is ours, all others are the source's or the network's. */
const faultKind = z.enum([
  'network',
  'timeout',
  'http',
  'too-large',
  'shape',
  'no-recording',
  'no-key',
  'file',
  'defect',
]);
export type FaultKind = z.infer<typeof faultKind>;

/** A request of an endpoint that gave nothing, or an endpoint that gave nothing as a whole, and why. */
export const fault = z.strictObject({
  /** Name of the endpoint. */
  endpoint: z.string(),
  /** Name of the request within the endpoint; null where its pages came and no row could be made of them. */
  request: z.string().nullable(),
  /** As a template, secrets left out; null where no single address is to blame. */
  url: z.string().nullable(),
  kind: faultKind,
  /** Of the HTTP answer, where there was one. */
  httpStatus: z.number().int().nullable(),
  /** One line: the cause, then the next step where there is one. */
  error: z.string(),
  /** How often it was asked for in vain. */
  attempts: z.number().int().positive(),
  /** ISO 8601: when the source allows to be asked again, where it said so. */
  retryAt: z.string().nullable(),
});
export type Fault = Readonly<z.infer<typeof fault>>;
