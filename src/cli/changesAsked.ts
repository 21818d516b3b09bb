import { changesBetween } from '../changes/changesBetween.js';
import { foldChanges } from '../changes/foldChanges.js';
import { runNamed, runsIn } from '../changes/runNamed.js';
import type { Change } from '../model/change.js';
import { run as runSchema } from '../model/run.js';
import { readChanges } from '../store/changes.js';
import { gitTable } from '../store/gitTable.js';
import { folders, runPath } from '../store/paths.js';
import { readAs } from '../store/readAs.js';
import { differing, type Table, tableIn } from '../store/tables.js';
import { Failure, usageError } from './failure.js';

/** What changed, and between what, in words. */
interface Asked {
  readonly changes: readonly Change[];
  readonly between: string;
}

/** What is known of the runs into a folder. */
interface Log {
  readonly out: string;
  readonly changes: readonly Change[];
  readonly runs: readonly string[];
  /** The last run; undefined where none left a manifest. */
  readonly last: string | undefined;
}

/** One side of a comparison. */
type Side = { readonly run: string } | { readonly table: Table };

/**
 * The changes between two sides, each a folder of a run, a run into the folder `out`, or a git revision of it: of the last run
 * against the one before where none is named, up to what stands in `out` where one is.
 *
 * Throws a `Failure`: wrong usage where a name is none of these, or two can't be held against each other.
 */
export async function changesAsked(out: string, old?: string, fresh?: string): Promise<Asked> {
  const log = await logOf(out);
  if (old === undefined) return ofLast(log);
  const before = await sideOf(old, log);
  const after = fresh === undefined ? undefined : await sideOf(fresh, log);
  const names = fresh === undefined ? `between ${old} and ${out}` : `between ${old} and ${fresh}`;
  if ('run' in before && (!after || 'run' in after)) return betweenRuns(log, before.run, after?.run, names);
  const was = await tableOf(before, log, old);
  const is = after ? await tableOf(after, log, fresh ?? '') : await tableOfOut(log);
  const { before: some, after: others } = differing(was, is);
  return { changes: changesBetween(some, others), between: names };
}

async function logOf(out: string): Promise<Log> {
  const changes = await readChanges(out);
  const last = (await readAs(runSchema, out, runPath))?.startedAt;
  return { out, changes, last, runs: runsIn(changes, last) };
}

/** What the last run found. */
function ofLast({ out, changes, last }: Log): Asked {
  if (last === undefined) throw new Failure(`${out} holds no run: begin with \`ratecard run --out ${out}\``, 1);
  const found = changes.filter(({ run }) => run === last);
  return { changes: foldChanges(found), between: `in the last run, of ${last}` };
}

function betweenRuns({ changes }: Log, old: string, fresh: string | undefined, between: string): Asked {
  if (fresh !== undefined && fresh < old) throw usageError(`${fresh} is before ${old}: name the older one first`);
  const isBetween = ({ run = '' }: Change) => run > old && (fresh === undefined || run <= fresh);
  return { changes: foldChanges(changes.filter(isBetween)), between };
}

/** A folder with a table first, then a run, then a git revision. */
async function sideOf(name: string, { out, runs }: Log): Promise<Side> {
  if (name.startsWith('-') || name === '') throw usageError(`"${name}" is no folder, run or git revision`);
  const table = await tableIn(name);
  if (table) return { table };
  const [run, ...others] = runNamed(name, runs);
  if (run !== undefined && others.length === 0) return { run };
  if (run !== undefined)
    throw usageError(`"${name}" may be ${[run, ...others].slice(0, 5).join(', ')}: write more of it`);
  const revision = await gitTable(out, name);
  if (revision) return { table: revision };
  const known = runs.length > 0 ? `; the runs known of ${out} are from ${runs[0] ?? ''} to ${runs.at(-1) ?? ''}` : '';
  throw usageError(
    `"${name}" is no folder or git revision with ${folders.enriched} in it, and no run into ${out}${known}`,
  );
}

/** The table of a side; of runs only the last one's stands anywhere. */
async function tableOf(side: Side, log: Log, name: string): Promise<Table> {
  if ('table' in side) return side.table;
  if (side.run === log.last) return tableOfOut(log);
  throw usageError(
    `the run ${name} can be held against other runs into ${log.out} alone: its files are not there any more`,
  );
}

async function tableOfOut({ out }: Log): Promise<Table> {
  const table = await tableIn(out);
  if (!table) throw new Failure(`${out} holds no models: begin with \`ratecard run --out ${out}\``, 1);
  return table;
}
