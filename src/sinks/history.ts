import { type SeenList, offerLines } from '../history/offerLines.js';
import { goneOffer, type SeenOffer, seenOffer } from '../history/seenOffer.js';
import { type OfferTimelines, type Timelines, timelinesOf } from '../history/timelines.js';
import type { Completed } from '../model/events.js';
import type { HistoryLine } from '../model/history.js';
import { readHistory } from '../store/history.js';
import { appendHistory } from './appendHistory.js';
import { leavesFiles, type RunPlan, type Sink } from './sink.js';

/** A provider in a run, as far as prices go. */
interface Seen {
  readonly end: Completed;
  readonly offers: ReadonlyMap<string, SeenOffer>;
}

/**
 * `history/prices.jsonl`: when which price of an offer held, a line only where something changed. Lines are sorted by
 * provider, offer and price, whatever order the providers ended in.
 *
 * A provider that failed has no new lines; an offer that its provider does not list any more has no price from then on. In a
 * run that is cut off by a limit nothing is gone.
 */
export const history: Sink = {
  open: (plan) => {
    if (!leavesFiles(plan) || !plan.datasets.includes('enriched')) return undefined;
    const offers = new Map<string, Map<string, SeenOffer>>();
    const seen = new Map<string, Seen>();
    return {
      write: (events) => {
        for (const event of events) {
          if (event.kind !== 'provider') continue;
          const own = offers.get(event.source) ?? new Map<string, SeenOffer>();
          offers.set(event.source, own);
          if (event.type === 'model') own.set(event.enriched.id, seenOffer(event.enriched, event.sources));
          else if (event.type === 'completed' && !event.repeated) seen.set(event.source, { end: event, offers: own });
        }
        return Promise.resolve();
      },
      commit: async ({ summary }) => {
        if (seen.size === 0) return [];
        const known = await readHistory(plan.out);
        const before: Before = {
          timelines: timelinesOf(known.lines),
          pages: Object.assign(
            {},
            ...Object.values(plan.baselines).map(({ pages }) => pages),
          ) as SeenList['knownPages'],
        };
        // What could not be written is not what the table says.
        const written = [...seen].filter(([id]) => summary.providers[id]?.status !== 'failed');
        const lines = written
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .flatMap(([id, one]) => providerLines(id, one, before, plan));
        const file = await appendHistory(plan, known, lines);
        return file ? [file] : [];
      },
      abort: () => Promise.resolve([]),
    };
  },
};

const nothing: OfferTimelines = new Map();

/** What earlier runs knew. */
interface Before {
  readonly timelines: Timelines;
  readonly pages: SeenList['knownPages'];
}

function providerLines(provider: string, { end, offers }: Seen, { timelines, pages }: Before, plan: RunPlan) {
  const known = timelines.get(provider) ?? new Map<string, OfferTimelines>();
  const list = listOf(end, plan, pages);
  const ids = [...new Set([...offers.keys(), ...(plan.isCut ? [] : known.keys())])].sort();
  return ids.flatMap((id): Omit<HistoryLine, 'line' | 'run'>[] =>
    offerLines(id, known.get(id) ?? nothing, offers.get(id) ?? goneOffer, list).map((line) => ({
      provider,
      id,
      ...line,
    })),
  );
}

function listOf(
  { head, source }: Completed,
  { baselines, startedAt }: RunPlan,
  knownPages: SeenList['knownPages'],
): SeenList {
  const { url, fetchedAt, sha256, via } = head;
  const readAt = Date.parse(head.readAt);
  return {
    page: { url, fetchedAt, sha256, via },
    readAt: Number.isNaN(readAt) ? startedAt.getTime() : readAt,
    knownUntil: (witness) => {
      const { readAt: known } = baselines[`prices/${witness}`] ?? baselines[source] ?? {};
      return known === undefined ? -Infinity : Date.parse(known);
    },
    knownPages,
    heldBack: new Set(baselines[source]?.held),
  };
}
