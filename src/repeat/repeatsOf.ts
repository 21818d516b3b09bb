import { isDeepStrictEqual } from 'node:util';
import type { Run } from '../model/run.js';
import type { Repeats } from '../pipelineOptions.js';
import type { Network } from '../read/network.js';
import type { Slots } from '../read/slots.js';
import { leavesFiles, type RunPlan } from '../sinks/sink.js';
import type { PriceList } from '../sources/define.js';
import { readReadings } from '../store/bodies/readReadings.js';
import { openRepeats } from './openRepeats.js';

/** Options that do not change what a source's files hold. */
const beside: ReadonlySet<string> = new Set([
  ...['concurrency', 'provider', 'quiet', 'strict', 'timeout', 'wait', 'out', 'live', 'bodies', 'mirror'],
]);

/**
 * Which sources a run need not read, given what the last one said of itself; undefined where it has to read all: the last run was another program's or had other
 * options, people corrected prices, or it leaves other files.
 */
export async function repeatsOf(
  { read }: { readonly read?: unknown },
  plan: RunPlan,
  { network, slots, last }: { readonly network: Network; readonly slots: Slots; readonly last: Run | undefined },
  lists: readonly PriceList[],
): Promise<Repeats | undefined> {
  const { notes, out, basis } = plan;
  if (!notes || basis === undefined || read !== undefined || !leavesFiles(plan)) return undefined;
  if (plan.isCut || plan.acceptShrink || plan.overrides || plan.datasets.length < 2) return undefined;
  if (!last || last.overrides) return undefined;
  const readings = await readReadings(out);
  if (readings.basis !== basis) return undefined;
  if (!isDeepStrictEqual(settling(last.options), settling(plan.options))) return undefined;
  const ids = lists.map(({ id }) => id).sort();
  if (!isDeepStrictEqual(ids, Object.keys(last.prices).sort())) return undefined;
  return openRepeats({ told: last, readings, plan: { ...plan, notes }, network, slots, lists });
}

const settling = (options: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(options).filter(([name]) => !beside.has(name)));
