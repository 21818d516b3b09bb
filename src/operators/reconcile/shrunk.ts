import type { Baseline, Volume } from '../../model/baseline.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Source } from '../../sources/define.js';
import type { Lost } from '../../sources/kind.js';

/** A list that keeps fewer of its rows, or of the records read from them, is more likely cut short than cleaned up. */
export const leastKept = 0.7;

/** A recording of another endpoint may have taken a key that was never there; less than this is an accident all the same. */
const leastOfRecorded = 0.1;

/** More names than this say no more. */
const mostNamed = 3;

/**
 * In words, that a list lost more than 30 % against the most of its last seven readings, or against the previous snapshot:
 * of its records, whatever endpoint gave them, of its rows, or of the very records that it had, be others in their place.
 * Null where it did not.
 *
 * Of a recording of another endpoint a tenth is enough: it may have taken a key that nobody has here.
 *
 * Against the most of seven, because a list that loses a quarter each day is soon gone. What went with a page that did not
 * come is told by that page, and kept. Other names are no loss where a better endpoint says them, or where a recording, which
 * may be old, had the earlier ones.
 */
export function shrunk<Out, Item>(
  read: Snapshot<Item>,
  previous: Snapshot<Item>,
  baseline: Baseline | undefined,
  { kind, endpoints }: Pick<Source<Out, Item>, 'kind' | 'endpoints'>,
  missing: readonly Lost[] = [],
): string | null {
  const pages = missing.filter(({ endpoint }) => endpoint === read.endpoint);
  const readings = baseline?.readings ?? [];
  const own = readings.filter(({ endpoint }) => endpoint === read.endpoint);
  const rows = most(own.map((reading) => ({ is: reading.rows, endpoint: reading.endpoint })));
  const isOld = (endpoint: string, isRecorded: boolean) => isRecorded && endpoint !== read.endpoint;
  const { endpoint, via } = previous;
  const records = most(
    [
      { is: previous.items.length, endpoint, isOld: isOld(endpoint, via === 'recording') },
      ...readings.map((one) => ({
        ...{ is: one.records, endpoint: one.endpoint },
        isOld: isOld(one.endpoint, one.isRecorded ?? false),
      })),
    ].filter((one) => read.items.length < one.is * (one.isOld ? leastOfRecorded : leastKept)),
  );
  const tellsRecords = pages.some(({ brings }) => brings.includes('models'));
  if (pages.length === 0 && read.rows < rows.is * leastKept) return fell(rows, read.rows, 'rows', read.endpoint);
  if (tellsRecords) return null;
  if (records.is > 0) return fell(records, read.items.length, 'records', read.endpoint);
  const names = endpoints.map(({ name }) => name);
  // One that is not in the chain any more was another adapter's, with names of its own.
  const isBetter =
    !names.includes(previous.endpoint) || names.indexOf(read.endpoint) < names.indexOf(previous.endpoint);
  if (isBetter || previous.via === 'recording') return null;
  return replaced(read.items.map(kind.identity), previous.items.map(kind.identity), readings);
}

interface Counted {
  readonly is: number;
  readonly endpoint: string;
}

const most = (counts: readonly Counted[]): Counted =>
  counts.reduce((best, one) => (one.is > best.is ? one : best), { is: 0, endpoint: '' });

const fell = (was: Counted, is: number, what: string, endpoint: string): string => {
  const [before, now] = was.endpoint === endpoint ? ['', ''] : [` of ${was.endpoint}`, ` of ${endpoint}`];
  return `the list fell from ${was.is}${before} to ${is}${now} ${what}; ${accept}`;
};

const accept = 'if that is right, run again with --accept-shrink';

/** In words, that over 30 % of the names of one of the readings are gone; each reading notes those that it lost itself. */
function replaced(
  now: readonly string[],
  before: readonly string[],
  readings: readonly Pick<Volume, 'endpoint' | 'records' | 'gone'>[],
): string | null {
  const here = new Set(now);
  const gone = new Set(before.filter((name) => !here.has(name)));
  const isMany = (had: number) => gone.size > had * (1 - leastKept);
  let had = new Set(before).size;
  // From the newest back, as long as one endpoint gave them: what each lost, the one before it had.
  for (let i = readings.length - 1; i > 0 && !isMany(had); i--) {
    const [reading, earlier] = [readings[i], readings[i - 1]];
    if (reading === undefined || earlier === undefined || reading.endpoint !== earlier.endpoint) break;
    for (const name of reading.gone ?? []) if (!here.has(name)) gone.add(name);
    had = Math.max(had, earlier.records);
  }
  if (!isMany(had)) return null;
  const names = [...gone].slice(0, mostNamed).join(', ');
  const more = gone.size > mostNamed ? ' …' : '';
  return `${gone.size} of the ${had} records of the list are gone (${names}${more}), be others there; ${accept}`;
}
