import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defer, map, mergeMap, type Observable, of } from 'rxjs';
import type { Completed } from '../model/events.js';
import type { Origins } from '../model/origin.js';
import type { PriceFile } from '../model/priceFile.js';
import type { Readings } from '../model/reading.js';
import type { Run } from '../model/run.js';
import type { Snapshot } from '../model/snapshot.js';
import type { PriceRow } from '../model/price.js';
import type { Repeats } from '../pipelineOptions.js';
import type { Network } from '../read/network.js';
import type { Notes } from '../read/notes.js';
import { requestOf } from '../read/notes.js';
import type { Slots } from '../read/slots.js';
import { askedId } from '../read/requestId.js';
import { usable } from '../read/usable.js';
import type { PriceList, Source } from '../sources/define.js';
import type { RunPlan } from '../sinks/sink.js';
import { sha256Of } from '../store/bodies/bodyStore.js';
import { pricePath, providerPath } from '../store/paths.js';
import { baselineKey } from '../store/previous.js';
import { refOf } from '../sourceEvents.js';
import { askedAgain } from './askedAgain.js';
import { isSettled, repeatedEnd } from './repeatedEnd.js';

/** What a run knows of the last one. */
export interface Last {
  readonly told: Run;
  readonly readings: Readings;
  readonly plan: RunPlan & { readonly notes: Notes };
  readonly network: Network;
  readonly lists: readonly PriceList[];
  /** A source asks its pages in a place of its own, which it leaves while it waits for the price lists. */
  readonly slots: Slots;
}

/**
 * Tells of sources of which every page is as it was when the last run made their files: the files are what the run would make
 * again, byte by byte. A provider is so where all price lists are, too, for its prices are settled by them.
 */
export function openRepeats(last: Last): Repeats {
  const ends = new Map<string, Promise<Completed | undefined>>();
  const ownEnd = (source: Source | PriceList): Promise<Completed | undefined> => {
    const key = baselineKey(source.kind.name, source.id);
    const end = ends.get(key) ?? endOf(source, last);
    ends.set(key, end);
    return end;
  };
  const areListsSame = async (): Promise<boolean> => (await Promise.all(last.lists.map(ownEnd))).every(Boolean);
  const confirmed = (source: Source | PriceList, end: Completed): Observable<Completed | undefined> =>
    defer(areListsSame).pipe(
      map((isSame) => (isSame ? end : undefined)),
      last.slots.aside(refOf(source))(),
    );
  return {
    end: (source) => defer(() => ownEnd(source)).pipe(mergeMap((end) => (end ? confirmed(source, end) : of(end)))),
    rows: (list) =>
      defer(() => ownEnd(list)).pipe(mergeMap((end) => (end ? rowsOf(last.plan.out, list, end) : of(end)))),
  };
}

async function endOf(
  source: Source | PriceList,
  { told, readings, plan, network, slots }: Last,
): Promise<Completed | undefined> {
  const { name } = source.kind;
  const key = baselineKey(name, source.id);
  const runs = name === 'prices' ? told.prices : told.providers;
  const run = Object.hasOwn(runs, source.id) ? runs[source.id] : undefined;
  const known = Object.hasOwn(readings.sources, key) ? readings.sources[key] : undefined;
  const reading = known?.again ?? known?.made[0];
  const baseline = plan.baselines[key];
  if (!run || !isSettled(run) || !known?.counts || !reading || !baseline) return undefined;
  const noted = new Set(reading.pages.map((page) => askedId(requestOf(page))));
  if (!asksTheSame(source, network, noted)) return undefined;
  const own = await vouchedSources(source, plan);
  const asking = plan.notes.noting(key, slots.network(refOf(source), network));
  const answered = own && (await askedAgain(reading, asking, source.id));
  // The pages of the lists that the prices are settled by come after its own, as ever.
  const others = Object.entries(run.sources).filter(([page]) => page.startsWith('prices/'));
  const then = { ...run, sources: { ...own, ...Object.fromEntries(name === 'prices' ? [] : others) } };
  return answered && repeatedEnd(source, then, baseline, answered, known.counts);
}

/** Whether the endpoints that may be asked now are those that were asked then. */
function asksTheSame(
  source: Source | PriceList,
  network: Pick<Network, 'canUse'>,
  noted: ReadonlySet<string>,
): boolean {
  const endpoints: readonly Source['endpoints'][number][] = (source as Source).endpoints;
  const now = new Set(usable({ endpoints }, network));
  return endpoints.every((endpoint) => {
    const lists = Object.values(endpoint.requests)
      .filter(({ brings }) => !brings)
      .flatMap((ask) => ask.requests);
    const wasAsked = lists.every((request) => noted.has(askedId(request)));
    return now.has(endpoint) ? wasAsked || endpoint.fills === false : !wasAsked;
  });
}

/** The pages that a source's file names; undefined where its files are not those that the last manifest tells of, to the byte. */
async function vouchedSources(
  { kind, id }: Source | PriceList,
  { out, datasets, left = {} }: RunPlan,
): Promise<Origins | undefined> {
  const paths = kind.name === 'prices' ? [pricePath(id)] : datasets.map((dataset) => providerPath(dataset, id));
  const files = await Promise.all(paths.map((path) => readFile(join(out, path)).catch(() => undefined)));
  const [first] = files;
  return first && files.every((bytes, i) => bytes && sha256Of(bytes) === left[paths[i] ?? ''])
    ? sourcesIn(first.toString('utf8'))
    : undefined;
}

/** The head of a file as we write it stands before its records, which are not parsed for it. */
function sourcesIn(text: string): Origins | undefined {
  const end = /,\n {2}"(?:models|rows)": \[/.exec(text);
  return end ? (JSON.parse(`${text.slice(0, end.index)}}`) as { sources: Origins }).sources : undefined;
}

/** The rows of a price list as its file has them. */
async function rowsOf(out: string, { id }: PriceList, { head, shape, stated }: Completed): Promise<Snapshot<PriceRow>> {
  const { rows } = JSON.parse(await readFile(join(out, pricePath(id)), 'utf8')) as PriceFile;
  return { ...head, shape, stated, items: rows, letters: [] };
}
