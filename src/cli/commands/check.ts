import { tap } from 'rxjs';
import { byMoney, type Contested, contested, nameOf } from '../../book/contested.js';
import { isAcknowledged } from '../../book/isAcknowledged.js';
import type { Acknowledgement } from '../../model/acknowledged.js';
import type { Model } from '../../model/model.js';
import { run } from '../../run.js';
import { prettyJson, writeAtomically } from '../../sinks/writeAtomically.js';
import { readAcknowledged } from '../../store/acknowledged.js';
import { readEnriched } from '../../store/enriched.js';
import { acknowledgedPath, folders } from '../../store/paths.js';
import type { Command, Surroundings } from '../command.js';
import { Failure, usageError } from '../failure.js';
import { nearest } from '../nearest.js';
import { networksOf } from '../networks.js';
import type { Options } from '../options.js';
import { providersOf } from '../providers.js';
import { contestedMarkdown, contestedRow, contestedTable } from '../show/contested.js';

export const check: Command = {
  name: 'check',
  summary: 'where witnesses differ about a price, most money at stake first; --ack one that you have looked at',
  options: ['provider', 'out', 'ack', 'because', 'json', 'markdown'],
  run: checkOffers,
};

async function checkOffers(options: Options, surroundings: Surroundings): Promise<number> {
  const { ack, because, json, markdown, out = 'data' } = options;
  if (json && markdown) throw usageError('--json and --markdown exclude each other: give one of them');
  if (ack !== undefined && because === undefined) throw usageError('--ack wants a reason: add --because "…"');
  if (because !== undefined && ack === undefined) throw usageError('--because goes with --ack provider/id');
  const known = await readAcknowledged(out);
  const models = await offersOf(options, surroundings);
  if (ack !== undefined) return acknowledge(ack, because ?? '', models, known, options, surroundings);
  const all = models.flatMap((model) => contested(model) ?? []).sort(byMoney);
  const byOffer = new Map(known.map((one) => [one.offer, one]));
  const open = all.filter((one) => !isAcknowledged(one.contest, byOffer.get(nameOf(one))));
  show(open, options, surroundings);
  const hidden = all.length - open.length;
  if (hidden > 0) surroundings.stderr.write(`${hidden} acknowledged ${hidden === 1 ? 'is' : 'are'} not shown.\n`);
  return 0;
}

function show(open: readonly Contested[], { json, markdown }: Options, { stdout, stderr }: Surroundings): void {
  if (json) stdout.write(prettyJson(open.map(contestedRow)));
  else if (open.length === 0) stderr.write('Nobody differs.\n');
  else stdout.write(`${markdown ? contestedMarkdown(open) : contestedTable(open, stdout.columns)}\n`);
}

/** The offers of the last run, or else of the recordings; with --provider those of these. */
async function offersOf(options: Options, surroundings: Surroundings): Promise<Model[]> {
  const { out = 'data' } = options;
  const networks = networksOf({ offline: true }, surroundings);
  const sources = await providersOf(options, networks);
  const written = await readEnriched(out);
  if (written.length > 0) {
    const wanted = sources && new Set(sources.map(({ id }) => id));
    return written.filter(({ provider }) => !wanted || wanted.has(provider));
  }
  surroundings.stderr.write(`${out}/${folders.enriched} holds no models: the recordings are asked.\n`);
  const models: Model[] = [];
  await run({
    ...{ networks, out, dryRun: true, stop: surroundings.stop },
    ...(sources && { sources }),
    watch: (events) => events.pipe(tap((event) => (event.type === 'model' ? models.push(event.enriched) : undefined))),
  });
  return models;
}

/** Binds an acknowledgement to both values, in place of an earlier one of the offer. */
async function acknowledge(
  offer: string,
  reason: string,
  models: readonly Model[],
  known: readonly Acknowledgement[],
  { out = 'data' }: Options,
  { stderr }: Surroundings,
): Promise<number> {
  const model = models.find((one) => nameOf({ model: one }) === offer);
  if (!model) {
    const guess = nearest(
      offer,
      models.map((one) => nameOf({ model: one })),
    );
    throw usageError(`no offer "${offer}"${guess ? `; did you mean "${guess}"?` : ': write provider/id'}`);
  }
  const found = contested(model);
  if (!found) throw new Failure(`nobody differs about ${offer}: there is nothing to acknowledge`, 1);
  const day = new Date().toISOString().slice(0, 10);
  const offers = [...known.filter((one) => one.offer !== offer), { offer, ...found.contest, day, reason }];
  const sorted = offers.sort((a, b) => (a.offer < b.offer ? -1 : 1));
  await writeAtomically(out, acknowledgedPath, prettyJson({ schemaVersion: 2, offers: sorted }));
  stderr.write(`Acknowledged ${offer} in ${out}/${acknowledgedPath}: it comes back when a value changes.\n`);
  return 0;
}
