import type { Run } from './model/run.js';
import { openNotes } from './read/notes.js';
import { basisOf } from './repeat/basis.js';
import type { RunOptions } from './runOptions.js';
import type { Overrides } from './settle/overrides.js';
import type { RunPlan } from './sinks/sink.js';
import { readOverrides } from './store/overrides.js';
import { readSeen } from './store/seen.js';
import { stillThere } from './store/stillThere.js';

/** What people corrected; nothing where no prices are settled. */
export const overridesOf = async ({
  out = 'data',
  datasets = ['enriched'],
}: RunOptions): Promise<Overrides | undefined> => (datasets.includes('enriched') ? readOverrides(out) : undefined);

/** What the sinks of a run are told of it before it starts; `last` is the run before it into the same folder. */
export async function planOf(
  options: RunOptions,
  overrides: Overrides | undefined,
  last: Run | undefined,
): Promise<RunPlan> {
  const {
    out = 'data',
    datasets = ['raw', 'enriched'],
    stdout,
    dryRun = false,
    acceptShrink = false,
    given = {},
  } = options;
  return {
    out,
    datasets,
    stdout,
    dryRun,
    acceptShrink,
    options: given,
    startedAt: new Date(),
    since: last?.startedAt,
    ...(await readSeen(out, last)),
    outcomes: last?.outcomes ?? {},
    isCut: options.limit !== undefined,
    basis: await basisOf(),
    notes: options.bodies === false || options.networks?.isOffline ? undefined : openNotes(),
    left: await stillThere(out, { ...last?.left, ...last?.files }),
    ...(overrides && {
      overrides: { names: [...overrides.offers.keys()], ofAll: options.sources === undefined },
    }),
  };
}
