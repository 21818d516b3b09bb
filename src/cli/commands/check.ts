import { tell, tellJson } from '../tell.js';
import { byMoney, type Contested, contested, nameOf } from '../../book/contested.js';
import { isAcknowledged } from '../../book/isAcknowledged.js';
import { believedNow } from '../../model/clock.js';
import { prettyJson, writeAtomically } from '../../sinks/writeAtomically.js';
import { readAcknowledged } from '../../store/acknowledged.js';
import { acknowledgedPath } from '../../store/paths.js';
import type { Surroundings } from '../command.js';
import { Failure, usageError } from '../failure.js';
import { holding } from '../holding.js';
import { nearest } from '../nearest.js';
import type { Options } from '../options.js';
import { settledOffers } from '../settledOffers.js';
import { contestedMarkdown, contestedRow, contestedTable } from '../show/contested.js';

/** Shows where witnesses differ, or acknowledges one; gives the exit code. */
export async function checkOffers(options: Options, surroundings: Surroundings): Promise<number> {
  const { ack, because, json, markdown, out = 'data' } = options;
  if (json && markdown) throw usageError('--json and --markdown exclude each other: give one of them');
  if (ack !== undefined && because === undefined) throw usageError('--ack wants a reason: add --because "…"');
  if (because !== undefined && ack === undefined) throw usageError('--because goes with --ack provider/id');
  if (ack !== undefined) {
    return holding(out, options, surroundings, () => acknowledge(ack, because ?? '', options, surroundings));
  }
  const known = await readAcknowledged(out);
  const models = await settledOffers(options, surroundings);
  const all = models.flatMap((model) => contested(model) ?? []).sort(byMoney);
  const byOffer = new Map(known.map((one) => [one.offer, one]));
  const open = all.filter((one) => !isAcknowledged(one.contest, byOffer.get(nameOf(one))));
  show(open, options, surroundings);
  const hidden = all.length - open.length;
  if (hidden > 0) tell(surroundings.stderr, `${hidden} acknowledged ${hidden === 1 ? 'is' : 'are'} not shown.`);
  return 0;
}

function show(open: readonly Contested[], { json, markdown }: Options, { stdout, stderr }: Surroundings): void {
  if (json) tellJson(stdout, open.map(contestedRow));
  else if (open.length === 0) tell(stderr, 'Nobody differs.');
  else tell(stdout, ...(markdown ? contestedMarkdown(open) : contestedTable(open, stdout.columns)));
}

/** Binds an acknowledgement to both values, in place of an earlier one of the offer. */
async function acknowledge(
  offer: string,
  reason: string,
  options: Options,
  surroundings: Surroundings,
): Promise<number> {
  const { out = 'data' } = options;
  const known = await readAcknowledged(out);
  const models = await settledOffers(options, surroundings);
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
  const day = new Date(believedNow(Date.now())).toISOString().slice(0, 10);
  const offers = [...known.filter((one) => one.offer !== offer), { offer, ...found.contest, day, reason }];
  const sorted = offers.sort((a, b) => (a.offer < b.offer ? -1 : 1));
  await writeAtomically(out, acknowledgedPath, prettyJson({ schemaVersion: 2, offers: sorted }));
  tell(surroundings.stderr, `Acknowledged ${offer} in ${out}/${acknowledgedPath}: it comes back when a value changes.`);
  return 0;
}
