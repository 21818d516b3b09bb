import { isDeepStrictEqual } from 'node:util';
import { run as runSchema } from '../model/run.js';
import type { Repeats } from '../pipelineOptions.js';
import type { Network } from '../read/network.js';
import type { Slots } from '../read/slots.js';
import { leavesFiles, type RunPlan } from '../sinks/sink.js';
import type { PriceList } from '../sources/define.js';
import { readReadings } from '../store/bodies/readReadings.js';
import { runPath } from '../store/paths.js';
import { readAs } from '../store/readAs.js';
import { openRepeats } from './openRepeats.js';

/** Options that do not change what a source's files hold. */
const beside: ReadonlySet<string> = new Set([
  ...['concurrency', 'provider', 'quiet', 'strict', 'timeout', 'wait', 'out', 'live', 'bodies', 'mirror'],
]);

/**
 * Which sources a run need not read; undefined where it has to read all: the last run was another program's or had other
 * options, people corrected prices, or it leaves other files.
 */
export async function repeatsOf(
  { read }: { readonly read?: unknown },
  plan: RunPlan,
  { network, slots }: { readonly network: Network; readonly slots: Slots },
  lists: readonly PriceList[],
): Promise<Repeats | undefined> {
  const { notes, out, basis } = plan;
  if (!notes || basis === undefined || read !== undefined || !leavesFiles(plan)) return undefined;
  if (plan.isCut || plan.acceptShrink || plan.overrides || plan.datasets.length < 2) return undefined;
  const [told, readings] = await Promise.all([readAs(runSchema, out, runPath), readReadings(out)]);
  if (!told || told.overrides || readings.basis !== basis) return undefined;
  if (!isDeepStrictEqual(settling(told.options), settling(plan.options))) return undefined;
  const ids = lists.map(({ id }) => id).sort();
  if (!isDeepStrictEqual(ids, Object.keys(told.prices).sort())) return undefined;
  return openRepeats({ told, readings, plan: { ...plan, notes }, network, slots, lists });
}

const settling = (options: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(options).filter(([name]) => !beside.has(name)));
