import { instantOf } from '../cost/records/instant.js';
import { declare, flag, some } from './declare.js';
import { versionOf } from './versionOf.js';

/** What else is known of a call. */
export const callOptions = {
  usage: declare({
    flags: '--usage <file>',
    help: "the provider's usage object, or an answer or a list of events that holds it, in place of counts; - for stdin",
    expects: 'a file, or - for stdin',
    read: some,
  }),
  api: declare({
    flags: '--api <name>',
    help: 'through which API it was asked, such as messages or responses, for --usage',
    expects: 'the name of an API',
    read: some,
  }),
  serviceTier: declare({
    flags: '--service-tier <name>',
    help: 'batch, flex, priority or another level of service',
    expects: 'the name of a level of service',
    read: some,
  }),
  region: declare({
    flags: '--region <name>',
    help: "where it was served, in the provider's words",
    expects: 'the name of a region',
    read: some,
  }),
  at: declare({
    flags: '--at <time>',
    help: 'the prices of that moment, in UTC where it names no zone (default now; for --stdin when each line says that it was)',
    expects: 'a time such as 2026-10-27T02:30Z',
    read: (text) => (instantOf(text) === null ? undefined : text),
  }),
  asOf: declare({
    flags: '--as-of <run>',
    help: 'what the history knew after a run: its startedAt, or a day; the same for ever, whatever is learned later',
    expects: 'the startedAt of a run such as 2026-10-27T02:30:00Z, or a day',
    read: (text) => (versionOf(text) === null ? undefined : text),
  }),
  brief: flag('--brief', 'for --stdin: of each line only its name or id, and what stands in cost'),
} as const;
