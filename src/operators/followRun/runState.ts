import type { Activity, Retry } from '../../model/activity.js';
import type { Completed, Event, Failed, SourceRef } from '../../model/events.js';

/** What is known of a run before it begins. */
export interface PlannedRun {
  /** The sources that are known to be read, each with how long it took in the last run, in ms; undefined where nobody knows. */
  readonly sources: readonly (SourceRef & { readonly lastMs: number | undefined })[];
  /** Sources that are read at a time. */
  readonly concurrency: number;
}

/** A source that is being read. */
export interface RunningSource {
  /** Its id until its start is told: what others wait for may be asked for before. */
  readonly name: string;
  /** In ms since 1970. */
  readonly since: number;
  readonly asked: number;
  readonly answered: number;
  readonly retries: readonly Retry[];
  readonly waitsFor: 'lists' | 'turn' | null;
}

/** A source that failed, or for which something stands in. */
interface Trouble {
  readonly name: string;
  readonly error: string;
  /** The day of what stands in (ISO 8601); null where nothing does. */
  readonly keptOf: string | null;
}

/** Where a run stands. */
export interface RunState {
  readonly concurrency: number;
  /** In ms since 1970. */
  readonly startedAt: number;
  /** Sources; grows where a run finds more than were planned. */
  readonly total: number;
  readonly done: number;
  readonly models: number;
  readonly prices: number;
  readonly failed: number;
  /** Sources for which something stands in. */
  readonly kept: number;
  /** The last of these, the newest first. */
  readonly troubles: readonly Trouble[];
  /** By key, in the order of their starts. */
  readonly running: ReadonlyMap<string, RunningSource>;
  /** Those that are not done, by key: how long they took in the last run, in ms. */
  readonly left: ReadonlyMap<string, number | undefined>;
  /** How long a source took in the last run on average, in ms; null where nobody knows of any. */
  readonly meanMs: number | null;
}

/** More than a person sees at a glance. */
const mostTroubles = 3;

/** A provider and a price list may have the same id. */
const keyOf = ({ kind, source }: SourceRef): string => `${kind}/${source}`;

/** Where a run stands before anything happened. */
export function newState({ sources, concurrency }: PlannedRun, now: number): RunState {
  const known = sources.flatMap(({ lastMs }) => lastMs ?? []);
  return {
    ...{ concurrency, startedAt: now, total: sources.length, done: 0, models: 0, prices: 0, failed: 0, kept: 0 },
    ...{ troubles: [], running: new Map() },
    left: new Map(sources.map((source) => [keyOf(source), source.lastMs])),
    meanMs: known.length === 0 ? null : known.reduce((sum, ms) => sum + ms, 0) / known.length,
  };
}

/** Where it stands after an event; `now` in ms since 1970. The state before stays as it is. */
export function nextState(state: RunState, event: Event | Activity, now: number): RunState {
  switch (event.type) {
    case 'model':
      return { ...state, models: state.models + 1 };
    case 'price':
      return { ...state, prices: state.prices + 1 };
    case 'rejected':
      return state;
    case 'completed':
    case 'failed':
      return ended(state, event);
    case 'started':
      return withSource(grown(state, event), event, now, (source) => ({ ...source, name: event.name }));
    default:
      // Who is done gives up what nobody waits for any longer.
      return !state.left.has(keyOf(event))
        ? state
        : withSource(state, event, now, (source) => afterActivity(source, event));
  }
}

function grown(state: RunState, event: SourceRef): RunState {
  const key = keyOf(event);
  if (state.left.has(key)) return state;
  const left = new Map(state.left).set(key, undefined);
  return { ...state, left, total: Math.max(state.total, state.done + left.size) };
}

/** The state with one source changed, which is there from the first that is heard of it on. */
function withSource(
  state: RunState,
  event: SourceRef,
  now: number,
  change: (source: RunningSource) => RunningSource,
): RunState {
  const key = keyOf(event);
  const source = state.running.get(key) ?? newSource(event.source, now);
  return { ...state, running: new Map(state.running).set(key, change(source)) };
}

const newSource = (name: string, now: number): RunningSource => ({
  ...{ name, since: now, asked: 0, answered: 0, retries: [], waitsFor: null },
});

function afterActivity(source: RunningSource, event: Activity): RunningSource {
  const others = 'request' in event ? source.retries.filter(({ request }) => request !== event.request) : [];
  if (event.type === 'waiting') return { ...source, waitsFor: event.for };
  if (event.type === 'asked') return { ...source, asked: source.asked + 1, waitsFor: null };
  if (event.type === 'answered') return { ...source, answered: source.answered + 1, retries: others };
  const { request, attempt, attempts, at, why } = event;
  return { ...source, retries: [...others, { request, attempt, attempts, at, why }] };
}

function ended(state: RunState, event: Completed | Failed): RunState {
  const key = keyOf(event);
  const [running, left] = [new Map(state.running), new Map(state.left)];
  const name = running.get(key)?.name ?? event.source;
  running.delete(key);
  left.delete(key);
  const trouble = troubleOf(event, name);
  return {
    ...{ ...state, running, left, done: state.done + 1 },
    ...plusRepeated(state, event),
    failed: state.failed + (event.type === 'failed' ? 1 : 0),
    kept: state.kept + (trouble && event.type === 'completed' ? 1 : 0),
    troubles: trouble ? [trouble, ...state.troubles].slice(0, mostTroubles) : state.troubles,
  };
}

/** A source that is as it was is told by its end alone. */
function plusRepeated(state: RunState, event: Completed | Failed): Partial<RunState> {
  const items = event.type === 'completed' ? (event.repeated?.items ?? 0) : 0;
  return event.kind === 'prices' ? { prices: state.prices + items } : { models: state.models + items };
}

function troubleOf(event: Completed | Failed, name: string): Trouble | undefined {
  if (event.type === 'failed') return { name, error: event.error, keptOf: null };
  const { error, fetchedAt } = event.head;
  return error === null ? undefined : { name, error, keptOf: fetchedAt.slice(0, 10) };
}
