import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EMPTY } from 'rxjs';
import type { Run } from '../model/run.js';
import { addOverrides } from '../operators/addOverrides.js';
import type { Summary } from '../operators/summarize.js';
import { pipeline, settlePrices } from '../pipeline.js';
import { deadLetters } from '../sinks/deadLetters.js';
import { history } from '../sinks/history.js';
import { manifestOf } from '../sinks/manifest.js';
import { modelRegistry } from '../sinks/modelRegistry.js';
import { priceFiles } from '../sinks/priceFiles.js';
import { providerFiles } from '../sinks/providerFiles.js';
import type { RunPlan } from '../sinks/sink.js';
import { tee } from '../sinks/tee.js';
import type { PriceList, Source } from '../sources/define.js';
import { readOverrides } from '../store/overrides.js';
import { folders, historyPath, providerPath, rejectedPath } from '../store/paths.js';
import { openRegistry } from '../store/registry.js';
import { readBaselines } from '../store/seen.js';
import { summaryOf } from '../summaryOf.js';
import type { Kept } from './difference.js';
import { derivedReader, type Evidence } from './derivedReader.js';

/** What a run should have left. */
export interface Derived {
  readonly manifest: Run;
  readonly summary: Summary;
  /** What the history could not take; null where it could. */
  readonly historyFault: string | null;
  readonly kept: readonly Kept[];
}

/** Sources that the run read, as they are declared. */
export interface ReadThen {
  readonly sources: readonly Source[];
  readonly lists: readonly PriceList[];
}

/** Does what the run did that wrote `evidence.out`, from the same bodies, and leaves the files in `scratch`. */
export async function deriveInto(scratch: string, evidence: Evidence, { sources, lists }: ReadThen): Promise<Derived> {
  const { out, told, recordings: network } = evidence;
  const kept: Kept[] = [];
  const plan = await planFor(scratch, evidence);
  await copyBeside(scratch, evidence);
  const overrides = plan.datasets.includes('enriched') ? await readOverrides(out) : undefined;
  const { identify, modelOf } = await openRegistry();
  const reading = { network, modelOf, reader: derivedReader(evidence, (one) => kept.push(one)) };
  const prices = settlePrices(lists, reading);
  const sink = tee([providerFiles, priceFiles, deadLetters, modelRegistry].flatMap((one) => one.open(plan) ?? []));
  const past = history.open(plan);
  const { limit, minConfidence } = told.options as { limit?: number; minConfidence?: number };
  const court = plan.datasets.includes('enriched') ? prices.court.pipe(addOverrides(overrides)) : EMPTY;
  const events = pipeline({
    ...{ ...reading, prices: { ...prices, court }, sources, identify, limit, minConfidence },
    sink: {
      write: async (some) => {
        await Promise.all([sink.write(some), past?.write(some)]);
      },
    },
  });
  const summary = await summaryOf(events);
  const end = { summary, ms: 0, files: [] };
  const files = await sink.commit(end);
  const historyFault = await (past?.commit(end) ?? Promise.resolve()).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return { manifest: manifestOf(plan, { ...end, files }), summary, historyFault, kept };
}

async function planFor(scratch: string, { out, told }: Evidence): Promise<RunPlan> {
  const isJoined = Object.keys(told.files).some((path) => path.startsWith(`${folders.enriched}/`));
  return {
    out: scratch,
    datasets: isJoined ? ['raw', 'enriched'] : ['raw'],
    dryRun: false,
    acceptShrink: false,
    startedAt: new Date(Date.parse(told.startedAt) || 0),
    options: told.options,
    baselines: await readBaselines(out),
    outcomes: {},
    isCut: told.options['limit'] !== undefined,
  };
}

/** What the run did not read, and what it added to. */
async function copyBeside(scratch: string, { out, told }: Evidence): Promise<void> {
  const unread = Object.keys(told.left ?? {}).filter((path) => path.startsWith(`${folders.enriched}/`));
  const failed = Object.entries(told.providers).flatMap(([id, { status }]) =>
    status === 'failed' || status === 'skipped' ? providerPath('enriched', id) : [],
  );
  for (const path of new Set([...unread, ...failed, rejectedPath, dirname(historyPath)]))
    await cp(join(out, path), join(scratch, path), { recursive: true }).catch(() => undefined);
}
