import { formatNames } from '../../exports/formats.js';
import { listIds } from '../../sources/prices/names.js';
import type { Command } from '../command.js';
import type { OptionName } from '../options.js';
import { unitOptions } from '../unitOptions.js';

// What the help says of each command; what it does is loaded when it is called, for that takes longer than the help.

const readingOptions = [
  ...(['provider', 'concurrency', 'offline', 'live', 'mirror', 'timeout', 'out', 'wait', 'stdout'] as const),
  ...(['limit', 'acceptShrink', 'acceptJump', 'bodies', 'dryRun', 'strict', 'quiet'] as const),
] as const;

const run: Command = {
  name: 'run',
  summary: 'download, normalize, settle prices, write raw and enriched',
  options: [...readingOptions, 'prices', 'minConfidence', 'report'],
  load: async () => (await import('./run.js')).runAll,
};

const download: Command = {
  name: 'download',
  summary: `download and normalize only; --provider ${listIds.join(' or ')} fetches a price list`,
  options: [...readingOptions, 'prices'],
  load: async () => (await import('./download.js')).download,
};

const enrichPricing: Command = {
  name: 'enrich-pricing',
  summary: 'settle the prices of the downloaded models; with --stdin a filter of JSON lines',
  options: [
    ...(['provider', 'stdin', 'onError', 'prices', 'minConfidence', 'offline', 'live', 'mirror'] as const),
    ...(['timeout', 'out', 'wait', 'stdout', 'concurrency'] as const),
    ...(['acceptShrink', 'bodies', 'dryRun', 'strict', 'quiet'] as const),
  ],
  load: async ({ stdin }) =>
    stdin ? (await import('./filter.js')).filterLines : (await import('./enrichPricing.js')).enrichFolder,
};

const explain: Command = {
  name: 'explain',
  summary: 'what an offer costs, who says so and who differs, the laws that spoke, and how each list was searched',
  options: ['provider', 'prices', 'minConfidence', 'out', 'offline', 'mirror', 'json'],
  argument: {
    form: '<model>',
    help: 'provider/model such as openai/gpt-4o, free text with --provider, or a model alone for all who offer it',
  },
  load: async () => (await import('./explain.js')).explain,
};

const models: Command = {
  name: 'models',
  summary:
    'search the models: a row for each, with the cheapest offer of who runs it himself, USD per 1M tokens, and what is free counted apart',
  options: [
    ...(['provider', 'lab', 'mode', 'tools', 'thinking', 'maxInputPrice', 'maxOutputPrice', 'minContext'] as const),
    ...(['status', 'sort', 'limit', 'format', 'json', 'out', 'offline'] as const),
  ],
  argument: { form: '[words...]', help: 'all of them stand in its key, name or ids, in any spelling: llama 3.3' },
  load: async () => (await import('./models.js')).showModels,
};

const offers: Command = {
  name: 'offers',
  summary: 'every offer of one model, in any spelling, the cheapest first, USD per 1M tokens',
  options: ['provider', 'out', 'offline', 'format', 'json'],
  argument: { form: '<model...>', help: 'a model such as llama 3.3 70b or meta/llama-3.3-70b-instruct' },
  load: async () => (await import('./offers.js')).showOffers,
};

const price: Command = {
  name: 'price',
  summary: 'one price with its evidence',
  options: ['provider', 'at', 'asOf', 'prices', 'minConfidence', 'out', 'offline', 'mirror', 'json'],
  argument: { form: '<model>', help: 'provider/model such as openai/gpt-4o, or free text with --provider' },
  load: async () => (await import('./price.js')).showPrice,
};

const cost: Command = {
  name: 'cost',
  summary: 'what a call costs and why, from counts or from a usage object; with --stdin a filter of usage records',
  options: [
    ...(Object.keys(unitOptions) as OptionName[]),
    ...(['usage', 'api', 'serviceTier', 'region', 'at', 'asOf', 'stdin', 'brief', 'onError', 'provider'] as const),
    ...(['prices', 'minConfidence', 'out', 'offline', 'mirror', 'json', 'quiet'] as const),
  ],
  argument: { form: '[model]', help: 'provider/model such as openai/gpt-4o; not with --stdin' },
  load: async () => (await import('./cost.js')).cost,
};

const exportTable: Command = {
  name: 'export',
  summary: `the table in the format of another tool, on stdout: ${formatNames.join(', ')}`,
  options: ['all', 'report', 'out', 'wait', 'json'],
  argument: { form: '[format]', help: 'which one; without it all, for --all and --report' },
  load: async () => (await import('./export.js')).exportAs,
};

const check: Command = {
  name: 'check',
  summary: 'where witnesses differ about a price, most money at stake first; --ack one that you have looked at',
  options: ['provider', 'out', 'ack', 'because', 'wait', 'json', 'markdown'],
  load: async () => (await import('./check.js')).checkOffers,
};

const diff: Command = {
  name: 'diff',
  summary: 'what changed between two runs, folders or git revisions: prices, offers, limits, with the evidence of both',
  options: ['out', 'json', 'markdown', 'failOn'],
  argument: {
    form: '[old]',
    help: 'a folder that a run wrote, a run of --out by its start (2026-08-22 will do), or a git revision; default: the run before the last',
  },
  second: { form: '[new]', help: 'the same; default: what stands in --out' },
  load: async () => (await import('./diff.js')).showChanges,
};

const verify: Command = {
  name: 'verify',
  summary: 'derive every number of the output again from the kept bodies, offline, and name each difference',
  options: ['out', 'json'],
  load: async () => (await import('./verify.js')).verifyOut,
};

const report: Command = {
  name: 'report',
  summary: 'the page to look at, one HTML file that needs no network: every offer, price, witness and doubt',
  options: ['open', 'site', 'out', 'wait', 'quiet'],
  load: async () => (await import('./report.js')).report,
};

const sources: Command = {
  name: 'sources',
  summary:
    'the table of sources: kind of provider, endpoint, key needed and present, unit, evidence, what is recorded, last outcome',
  options: ['out', 'json'],
  load: async () => (await import('./sources.js')).listSources,
};

const record: Command = {
  name: 'record',
  summary: 'refresh the recordings from the live endpoints; secrets are left out',
  options: ['provider', 'recordings', 'concurrency', 'mirror', 'timeout', 'wait', 'quiet'],
  load: async () => (await import('./record.js')).record,
};

/** All commands, the default first. */
export const commands: readonly Command[] = [
  ...[run, download, enrichPricing, explain, models, offers, price, cost],
  ...[exportTable, report, check, diff, verify, sources, record],
];
