import { z } from 'zod';
import { instantOf } from '../cost/records/instant.js';
import { versionOf } from './versionOf.js';

/** What else is known of a call. */
export const callOptions = {
  usage: {
    flags: '--usage <file>',
    help: "the provider's usage object, or an answer or a list of events that holds it, in place of counts; - for stdin",
    expects: 'a file, or - for stdin',
    schema: z.string().min(1).optional(),
  },
  api: {
    flags: '--api <name>',
    help: 'through which API it was asked, such as messages or responses, for --usage',
    expects: 'the name of an API',
    schema: z.string().min(1).optional(),
  },
  serviceTier: {
    flags: '--service-tier <name>',
    help: 'batch, flex, priority or another level of service',
    expects: 'the name of a level of service',
    schema: z.string().min(1).optional(),
  },
  region: {
    flags: '--region <name>',
    help: "where it was served, in the provider's words",
    expects: 'the name of a region',
    schema: z.string().min(1).optional(),
  },
  at: {
    flags: '--at <time>',
    help: 'the prices of that moment, in UTC where it names no zone (default now; for --stdin when each line says that it was)',
    expects: 'a time such as 2026-10-27T02:30Z',
    schema: z
      .string()
      .refine((value) => instantOf(value) !== null)
      .optional(),
  },
  asOf: {
    flags: '--as-of <run>',
    help: 'what the history knew after a run: its startedAt, or a day; the same for ever, whatever is learned later',
    expects: 'the startedAt of a run such as 2026-10-27T02:30:00Z, or a day',
    schema: z
      .string()
      .refine((value) => versionOf(value) !== null)
      .optional(),
  },
  brief: {
    flags: '--brief',
    help: 'for --stdin: of each line only its name or id, and what stands in cost',
    expects: '',
    schema: z.stringbool().optional(),
    isFlag: true,
  },
} as const;
