import { InvalidArgumentError, Option } from 'commander';
import { declare, type Declared, flag, matching, number, oneOf, some, whole } from './declare.js';
import { type repeatedOptions, searchOptions } from './searchOptions.js';
import { callOptions } from './callOptions.js';
import { diffOptions } from './diffOptions.js';
import { unitOptions } from './unitOptions.js';

const seconds = (most: number) => number(/^\d+(\.\d+)?$/, 0.1, most);
const isWebAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
/** A password in an address would stand in shell histories and manifests. */
const hasNoPassword = (text: string) => !/^https?:\/\/[^/?#]*@/i.test(text);

/** Every option of the command line, declared once: help, README and parser are made from this. */
export const options = {
  concurrency: declare({
    flags: '--concurrency <n>',
    help: 'providers at a time, 1 to 64 (default 5)',
    expects: 'a whole number from 1 to 64',
    read: whole(1, 64),
  }),
  provider: declare({
    flags: '--provider <name>',
    help: 'only this one, by id or name in any spelling; may be repeated',
    expects: 'a provider',
    read: some,
    repeats: true,
  }),
  offline: flag('--offline', 'recordings only, no network'),
  live: flag('--live', 'network only: no recording stands in'),
  mirror: declare({
    flags: '--mirror <url>',
    help: 'fetch <url>/<host>/<path> in place of https://<host>/<path>',
    expects: 'a web address such as http://localhost:8080, without a name and password',
    read: (text) => (isWebAddress(text) && hasNoPassword(text) ? text : undefined),
  }),
  prices: declare({
    flags: '--prices <lists|file|url>',
    help: "only these price lists, such as helicone,litellm; or another place for Helicone's",
    expects: 'names of lists, a file or a web address, without a name and password',
    read: (text) => (hasNoPassword(text) ? some(text) : undefined),
  }),
  out: declare({
    flags: '--out <dir>',
    help: 'where the files go (default data)',
    expects: 'a folder',
    read: some,
  }),
  recordings: declare({
    flags: '--recordings <dir>',
    help: 'where recordings are written (default data/recordings of the checkout)',
    expects: 'a folder',
    read: some,
  }),
  stdout: declare({
    flags: '--stdout [kind]',
    help: 'JSON lines on stdout as they come, in place of files: raw or enriched',
    expects: 'raw or enriched',
    read: oneOf(['raw', 'enriched']),
  }),
  wait: declare({
    flags: '--wait [seconds]',
    help: 'wait for another run into the folder to end, at most so long (default 600)',
    expects: 'a number of seconds from 0.1 to 86400',
    read: seconds(86_400),
  }),
  stdin: flag('--stdin', 'a filter: a record a line in, the same one with its price, or its cost, a line out'),
  timeout: declare({
    flags: '--timeout <seconds>',
    help: 'per request, headers and body (default 30)',
    expects: 'a number of seconds from 0.1 to 3600',
    read: seconds(3600),
  }),
  onError: declare({
    flags: '--on-error <what>',
    help: 'what a line that is no record does, for --stdin: fail (default), pass it on as it is, or drop it',
    expects: 'fail, pass or drop',
    read: oneOf(['fail', 'pass', 'drop']),
  }),
  minConfidence: declare({
    flags: '--min-confidence <share>',
    help: 'a price that is less likely to be right is told and not filled, 0 to 1 (default 0.8)',
    expects: 'a number from 0 to 1',
    read: number(/^(?:\d+(?:\.\d+)?|\.\d+)$/, 0, 1),
  }),
  acceptShrink: flag('--accept-shrink', 'believe a list that lost more than 30 % of its rows'),
  acceptJump: flag('--accept-jump', 'believe prices that moved by more than 5 times since the last run'),
  limit: declare({
    flags: '--limit <n>',
    help: 'at most so many models; of a run, of each provider',
    expects: 'a whole number from 1',
    read: whole(1, 1_000_000),
  }),
  bodies: flag('--no-bodies', 'neither keep what is fetched in bodies/ nor ask hosts whether it is still the same'),
  strict: flag('--strict', 'exit 1 if any provider failed'),
  quiet: flag('--quiet', 'no progress and no summary'),
  dryRun: flag('--dry-run', 'do everything but write'),
  all: flag('--all', 'every format, each a file below exports/ of the output folder'),
  report: flag(
    '--report',
    'of a run: write report.html, too; of an export: what each format has no place for, in place of the data',
  ),
  site: declare({
    flags: '--site <dir>',
    help: 'write a whole site there, too: the page, a page for each model, all exports and the JSON Schemas',
    expects: 'a folder',
    read: some,
  }),
  open: flag('--open', 'show the page in the browser'),
  json: flag('--json', 'for programs: JSON in place of a table'),
  ...searchOptions,
  markdown: flag('--markdown', 'for a page: Markdown in place of a table'),
  ack: declare({
    flags: '--ack <offer>',
    help: 'hide what witnesses say of this offer, provider/id, until one of the values changes',
    expects: 'an offer, provider/id',
    read: matching(/^[^/]+\/./),
  }),
  ...unitOptions,
  ...callOptions,
  ...diffOptions,
  because: declare({
    flags: '--because <reason>',
    help: 'why, for --ack',
    expects: 'a reason',
    read: (text) => some(text.trim()),
  }),
} as const;

export type OptionName = keyof typeof options;

/** Commander's form of a declared option; a value that doesn't fit is an error that says what would. */
export function commanderOption(name: OptionName): Option {
  const { flags, help, expects, read, repeats, isFlag }: Declared<unknown> = options[name];
  const option = new Option(flags, help);
  if (isFlag) return option;
  return option.argParser((value: string, before: unknown) => {
    const said = read(value);
    if (said === undefined) throw new InvalidArgumentError(`It takes ${expects}.`);
    return repeats ? [...((before as unknown[] | undefined) ?? []), said] : said;
  });
}

type Values = { -readonly [Name in OptionName]?: NonNullable<ReturnType<(typeof options)[Name]['read']>> };
/** Those that may be given more than once. */
type Repeated = 'provider' | keyof typeof repeatedOptions;

/** What the user gave, checked. */
export type Options = Omit<Values, Repeated | 'stdout' | 'wait'> & {
  -readonly [Name in Repeated]?: NonNullable<Values[Name]>[];
} & {
  /** true: given without saying which. */
  stdout?: 'raw' | 'enriched' | true;
  /** Seconds; true: given without saying how many. */
  wait?: number | true;
};
