import type { Baseline } from '../../model/baseline.js';
import type { Jump, Snapshot } from '../../model/snapshot.js';
import type { Source } from '../../sources/define.js';
import type { Move } from '../../sources/kind.js';
import { unannounced } from './announced.js';
import { type CommonFactor, commonFactors, isUnit } from './commonFactor.js';
import { isFar } from './far.js';
import { type Misplaced, misplaced } from './misplaced.js';
import { withPages } from './withPages.js';

/** The new price of a jump, as it is remembered: stated again, it is believed. */
export const heldKey = ({ id, field, is }: Jump): string => `${id} ${field} ${is}`;

/**
 * Keeps stated prices back that are more likely misread than changed, with both values.
 *
 * One that moved by more than five times is kept back for one run: stated again, it is taken. Where more than half of the
 * prices of an endpoint moved by one factor of 50 or more, or nearly all that moved stand at other models than before, it is
 * their unit or their place that changed: the earlier ones are kept however often the new ones are stated. A price that moved
 * on the day that the earlier reading named is believed.
 */
export function withoutJumps<Out, Item>(
  snapshot: Snapshot<Item>,
  previous: Snapshot<Item>,
  { kind }: Pick<Source<Out, Item>, 'kind'>,
  baseline: Baseline | undefined,
  read: Pick<Snapshot<Item>, 'items'> = snapshot,
): Snapshot<Item> {
  const endpoints = { now: snapshot.endpoint, before: previous.endpoint };
  const today = snapshot.fetchedAt.slice(0, 10);
  const movesOf = (items: readonly Item[]) => unannounced(kind.moves(items, previous.items, endpoints), today);
  const moves = movesOf(snapshot.items);
  // Where prices changed places, some are gone from their old ones: what is kept of those hides it.
  const raw = read.items === snapshot.items ? moves : movesOf(read.items);
  const doubts = doubtsOf(raw, moves, baseline);
  const common = [...doubts.units, ...doubts.shifts];
  if (common.length + doubts.far.length === 0) return snapshot;
  const day = previous.fetchedAt.slice(0, 10);
  const doubted = new Set(common.map(({ by }) => by));
  const ids = new Set([
    ...doubts.far.map(({ id }) => id),
    ...raw.filter((move) => doubted.has(move.by) && move.was !== move.is).map(({ id }) => id),
  ]);
  const items = kind.holdBack(snapshot.items, previous.items, ids, day);
  const held = items.filter((item, i) => item !== snapshot.items[i]).length;
  const says = inWords(doubts, day);
  return {
    ...snapshot,
    items,
    sources: withPages(snapshot, previous, items, kind),
    kept: { ...snapshot.kept, prices: snapshot.kept.prices + held },
    jumps: [
      ...common.flatMap(({ moved }) => moved.map((move): Jump => ({ ...jumpOf(move), isCommon: true }))),
      ...doubts.far.map(jumpOf),
    ],
    error: snapshot.error === null ? says : `${snapshot.error}; ${says}`,
  };
}

/** What is not believed, by what it is. */
interface Doubts {
  readonly units: readonly CommonFactor[];
  readonly shifts: readonly Misplaced[];
  /** Prices that moved too far and are neither. */
  readonly far: readonly Move[];
  /** Those of them that did so together. */
  readonly together: readonly CommonFactor[];
}

function doubtsOf(raw: readonly Move[], moves: readonly Move[], baseline: Baseline | undefined): Doubts {
  const factors = commonFactors(raw);
  const units = factors.filter(isUnit);
  const shifts = misplaced(raw);
  const far = farOnes(moves, [...units, ...shifts], baseline);
  const jumped = new Set(far.map(keyOf));
  const together = factors.filter((one) => !isUnit(one) && one.moved.every((move) => jumped.has(keyOf(move))));
  return { units, shifts, far, together };
}

function inWords({ units, shifts, far, together }: Doubts, day: string): string {
  const told = new Set(together.flatMap(({ moved }) => moved.map(keyOf)));
  const single = far.filter((move) => !told.has(keyOf(move)));
  return [
    ...units.map((one) => inFactor(one, day, '')),
    ...shifts.map((one) => inPlace(one, day)),
    ...together.map((one) => inFactor(one, day, ' for one run')),
    ...(single.length > 0 ? [inJumps(single, day)] : []),
  ].join('; ');
}

/** A move by what it is of, be it of the reading itself or of what is made of it. */
const keyOf = ({ id, field, by }: Move): string => `${id} ${field} ${by}`;

const jumpOf = ({ id, field, was, is }: Move): Jump => ({ id, field, was, is });

/** The prices that jumped alone, without those of a record of which the run before kept one back that is stated again. */
function farOnes(
  moves: readonly Move[],
  common: readonly Pick<CommonFactor, 'moved'>[],
  baseline: Baseline | undefined,
): Move[] {
  const told = new Set(common.flatMap(({ moved }) => moved.map(keyOf)));
  const far = moves.filter((move) => isFar(move) && !told.has(keyOf(move)));
  const held = new Set(baseline?.held ?? []);
  const confirmed = new Set(far.filter((move) => held.has(heldKey(move))).map(({ id }) => id));
  return far.filter(({ id }) => !confirmed.has(id));
}

const accept = 'if that is right, run again with --accept-jump';

function inJumps(far: readonly Move[], day: string): string {
  const count = new Set(far.map(({ id }) => id)).size;
  const [first] = far;
  const example = first ? ` (${first.id} ${first.field}: ${first.was} -> ${first.is})` : '';
  const what = count === 1 ? 'price' : 'prices';
  return `${count} ${what} moved by more than 5 times and kept as of ${day} for one run${example}; ${accept}`;
}

function inFactor({ by, field, factor, moved, of }: CommonFactor, day: string, until: string): string {
  const what = `${field === null ? '' : `${field} `}prices of ${by}`;
  const count = moved.length === of ? `all ${of}` : `${moved.length} of ${of}`;
  const times = factor > 1 ? `${rounded(factor)} times` : `1/${rounded(1 / factor)} of`;
  return `${count} ${what} are ${times} those of ${day}: is their unit another one? They are kept as of then${until}; ${accept}`;
}

const inPlace = ({ by, moved }: Misplaced, day: string): string =>
  `${moved.length} prices of ${by} stand at other models, or in other columns, than on ${day}: is it read one row off? ` +
  `They are kept as of then; ${accept}`;

const rounded = (factor: number): string => Number(factor.toPrecision(2)).toLocaleString('en');
