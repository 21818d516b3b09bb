import { type SeenList, offerLines } from '../history/offerLines.js';
import { type LineText, lineText } from '../history/lineText.js';
import { goneOffer, type SeenOffer, seenOffer } from '../history/seenOffer.js';
import { type OfferTimelines, type Timelines, timelinesOf } from '../history/timelines.js';
import type { Completed } from '../model/events.js';
import { type History, readHistory } from '../store/history.js';
import { appendHistory } from './appendHistory.js';
import { leavesFiles, type RunPlan, type Sink } from './sink.js';

/**
 * `history/prices.jsonl`: when which price of an offer held, a line only where something changed. Lines are sorted by
 * provider, offer and price, whatever order the providers ended in.
 *
 * A provider that failed has no new lines; an offer that its provider does not list any more has no price from then on. In a
 * run that is cut off by a limit nothing is gone.
 *
 * The lines of a provider are made when it ends, while others are still waited for.
 */
export const history: Sink = {
  open: (plan) => {
    if (!leavesFiles(plan) || !plan.datasets.includes('enriched')) return undefined;
    const offers = new Map<string, Map<string, SeenOffer>>();
    const lines = new Map<string, readonly LineText[]>();
    let read: Promise<Before> | undefined;
    const before = () => (read ??= readBefore(plan));
    return {
      write: async (events) => {
        for (const event of events) {
          if (event.kind !== 'provider') continue;
          const own = offers.get(event.source) ?? new Map<string, SeenOffer>();
          offers.set(event.source, own);
          if (event.type === 'model') own.set(event.enriched.id, seenOffer(event.enriched, event.sources));
          else if (event.type === 'completed' && !event.repeated) {
            // A history that can't be read is the run's failure, at its end, and no provider's.
            const known = await before().catch(() => undefined);
            lines.set(event.source, known ? providerLines(event, own, known, plan) : []);
            offers.delete(event.source);
          }
        }
      },
      commit: async ({ summary }) => {
        if (lines.size === 0) return [];
        const { known } = await before();
        // What could not be written is not what the table says.
        const written = [...lines].filter(([id]) => summary.providers[id]?.status !== 'failed');
        const sorted = written.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, own]) => own);
        const file = await appendHistory(plan, known, sorted);
        return file ? [file] : [];
      },
      abort: () => Promise.resolve([]),
    };
  },
};

const nothing: OfferTimelines = new Map();

/** What earlier runs knew. */
interface Before {
  readonly known: History;
  readonly timelines: Timelines;
  readonly pages: SeenList['knownPages'];
}

async function readBefore({ out, baselines }: RunPlan): Promise<Before> {
  const known = await readHistory(out);
  const pages = Object.assign({}, ...Object.values(baselines).map((one) => one.pages)) as SeenList['knownPages'];
  return { known, timelines: timelinesOf(known.lines), pages };
}

function providerLines(
  end: Completed,
  offers: ReadonlyMap<string, SeenOffer>,
  { timelines, pages }: Before,
  plan: RunPlan,
): LineText[] {
  const provider = end.source;
  const known = timelines.get(provider) ?? new Map<string, OfferTimelines>();
  const list = listOf(end, plan, pages);
  const ids = [...new Set([...offers.keys(), ...(plan.isCut ? [] : known.keys())])].sort();
  return ids.flatMap((id) =>
    offerLines(id, known.get(id) ?? nothing, offers.get(id) ?? goneOffer, list).map((line) =>
      lineText({ provider, id, ...line }),
    ),
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
