import { from, lastValueFrom, type Observable, of, throwError } from 'rxjs';
import type { Model } from '../../src/model/model.js';
import type { Previous } from '../../src/model/previous.js';
import type { PriceRow } from '../../src/model/price.js';
import type { Request } from '../../src/model/request.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { reconcile } from '../../src/operators/reconcile.js';
import { readSource } from '../../src/read/readSource.js';
import { requestKey } from '../../src/read/requestKey.js';
import { baselineOf } from '../../src/sinks/baselineOf.js';
import type { Source } from '../../src/sources/define.js';
import { aDay, type Day, type PageFault, recordedLive } from './recordedLive.js';

/** A provider or a price list: what differs between the two is told by its kind. */
export type AnySource = Source<never, Item>;
export type Item = Model | PriceRow;
type Read = Snapshot<Item>;

const recordedThen = aDay('2026-08-19', 'recording');
const yesterday = aDay('2026-08-20');
const today = aDay('2026-08-21');
const tomorrow = aDay('2026-08-22');

/** When `today` is. */
export const now = new Date('2026-08-21T07:00:00.000Z');

/** A source with all keys or with none, as it was read yesterday, with every page that came. */
export interface World {
  readonly title: string;
  readonly source: AnySource;
  readonly hasKeys: boolean;
  readonly before: Read;
  readonly previous: Previous<Item>;
  readonly pages: readonly Request[];
}

const usesKeys = ({ endpoints }: AnySource): boolean =>
  endpoints.some(({ requests }) =>
    Object.values(requests).some((ask) => ask.requests.some(({ key, url }) => key !== undefined || url.includes('{'))),
  );

/** What a run leaves behind for the next one. */
export function leftBehind(snapshot: Read, earlier?: Previous<Item>): Previous<Item> {
  const { shape, stated, ...head } = snapshot;
  const baseline = head.status === 'stale' ? earlier?.baseline : baselineOf({ head, shape, stated }, earlier?.baseline);
  return { snapshot, baseline };
}

const readOn = (day: Day, { source, hasKeys }: Pick<World, 'source' | 'hasKeys'>, more = {}): Observable<Read> =>
  readSource(source, recordedLive(source.id, { day, hasKeys, ...more }));

/** The source with keys, and without where that makes a difference. */
export async function worldsOf(source: AnySource): Promise<World[]> {
  const worlds: World[] = [];
  for (const hasKeys of usesKeys(source) ? [true, false] : [true]) {
    const asked = new Map<string, Request>();
    const onFetch = (request: Request) => asked.set(requestKey(request), request);
    const read = readOn(yesterday, { source, hasKeys }, { onFetch }).pipe(reconcile<never, Item>({ source }));
    const before = await lastValueFrom(read).catch(() => undefined);
    if (!before) continue;
    const failing = new Set(before.faults.map(({ url }) => url));
    const pages = [...asked.values()].filter(({ url }) => !failing.has(url));
    worlds.push({
      ...{ title: `${source.id}${hasKeys ? '' : ' without keys'}`, source, hasKeys, before, pages },
      previous: leftBehind(before),
    });
  }
  return worlds;
}

const recordedOf = new Map<string, Promise<Read>>();

/** The recording of a source, read once. */
function recordingOf(world: Pick<World, 'source' | 'hasKeys'>): Observable<Read> {
  const title = `${world.source.id} ${world.hasKeys}`;
  const read = recordedOf.get(title) ?? lastValueFrom(readOn(recordedThen, world));
  recordedOf.set(title, read);
  return from(read);
}

/** How a source is read on a day on which pages fail, as it was read or with the error, and what a run makes of that. */
export interface Outcome {
  readonly reading: Read | undefined;
  /** With what yesterday's run left. */
  readonly after: Read;
  /** The pages that were asked for. */
  readonly asked: ReadonlySet<string>;
  /** What else may be told of such a day; null where nobody asks. */
  readonly then: Then | null;
}

interface Then {
  /** The day after, when they still fail. */
  readonly later: Read;
  /** The day after, when all came again. */
  readonly again: Read;
  /** Without an earlier run: the recording stands in. */
  readonly first: Read | Error;
}

/** Reads a source on a day on which pages fail. */
export async function withFaults(
  world: World,
  faults: ReadonlyMap<string, PageFault>,
  hasThen: boolean,
): Promise<Outcome> {
  const { source, previous } = world;
  const asked = new Set<string>();
  const onFetch = (request: Request) => asked.add(requestKey(request));
  const read = await lastValueFrom(readOn(today, world, { faults, onFetch })).catch((error: unknown) => error as Error);
  const reading = (): Observable<Read> => (read instanceof Error ? throwError(() => read) : of(read));
  const run = (known: Previous<Item>, what: Observable<Read>): Promise<Read> =>
    lastValueFrom(what.pipe(reconcile<never, Item>({ source, previous: known })));
  const after = await run(previous, reading());
  const outcome = { asked, after, reading: read instanceof Error ? undefined : read, then: null };
  if (!hasThen) return outcome;
  const next = leftBehind(after, previous);
  const then = {
    later: await run(next, reading()),
    again: await run(next, of(await wholeOf(world))),
    first: await lastValueFrom(
      reading().pipe(
        reconcile<never, Item>({
          source,
          recorded: recordingOf({ source, hasKeys: true }),
          recordedAlike: recordingOf(world),
        }),
      ),
    ).catch((error: unknown) => error as Error),
  };
  return { ...outcome, then };
}

const wholes = new WeakMap<World, Promise<Read>>();

/** The source as it is read tomorrow, when nothing fails. */
function wholeOf(world: World): Promise<Read> {
  const whole = wholes.get(world) ?? lastValueFrom(readOn(tomorrow, world));
  wholes.set(world, whole);
  return whole;
}
