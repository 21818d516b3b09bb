import type { Model } from '../../src/model/model.js';
import type { PriceRow } from '../../src/model/price.js';
import type { Request } from '../../src/model/request.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { requestKey } from '../../src/read/requestKey.js';
import { lostRows, lostWords } from './lostWords.js';
import type { Item, Outcome, World } from './worlds.js';

type Read = Snapshot<Item>;

/** What was lost from one reading to a later one, which stands as it was read where `reading` is given. */
function lost({ source }: World, before: Read, after: Read, reading?: Read): string[] {
  if (source.kind.name === 'prices') return lostRows(before as Snapshot<PriceRow>, after as Snapshot<PriceRow>);
  const models = (snapshot: Read) => snapshot as Snapshot<Model>;
  return lostWords({
    ...{ before: models(before), after: models(after), endpoints: source.endpoints },
    reading: reading && models(reading),
  });
}

const idOf = (item: Item): string => ('id' in item ? item.id : item.model);

const isKept = (item: Item): boolean => 'kept' in item && item.kept !== undefined;

/**
 * What does not hold on a day on which pages fail, each in words:
 *
 * 1. every page that was asked for and failed is named among the faults, but those of an endpoint that failed by another;
 * 2. no model, price, tier, quote, reason or fact that was known is gone, or is a lesser endpoint's word;
 * 3. what is kept says so, with the day of the reading that it comes from, on the first day and on the next;
 * 4. nothing is kept for these pages any more once they are back;
 * 5. without an earlier run the recording stands in, but for a list that could not be read.
 */
export function broken(world: World, failing: readonly Request[], outcome: Outcome): string[] {
  const { before } = world;
  const { reading, after, asked, then } = outcome;
  const told = after.faults.map(({ url, error }) => `${url ?? ''} ${error}`).join('\n');
  const failed = new Set(after.faults.flatMap(({ endpoint, request }) => (request === null ? endpoint : [])));
  const isNamed = ({ url }: Request): boolean =>
    told.includes(url) ||
    (failing.length > 1 &&
      world.source.endpoints.every(
        ({ name, requests }) =>
          failed.has(name) || !Object.values(requests).some((ask) => ask.requests.some((one) => one.url === url)),
      ));
  return [
    ...failing.filter((page) => asked.has(requestKey(page)) && !isNamed(page)).map(({ url }) => `${url} is not named`),
    ...lost(world, before, after, reading),
    ...(then ? brokenThen(world, outcome, then) : []),
  ];
}

function brokenThen(
  world: World,
  { after, reading }: Outcome,
  { later, again, first }: NonNullable<Outcome['then']>,
): string[] {
  const { before } = world;
  const wasKept = new Set(before.items.filter(isKept).map(idOf));
  return [
    ...lost(world, after.status === 'stale' ? before : after, later, reading).map((what) => `the day after: ${what}`),
    ...again.items
      .filter((item) => isKept(item) && !wasKept.has(idOf(item)))
      .map((item) => `once all is back: ${idOf(item)} is kept`),
    ...(again.error === before.error ? [] : [`once all is back: ${String(again.error)}`]),
    ...lostAtFirst(world, first).map((what) => `without an earlier run: ${what}`),
  ];
}

/** A recording or a lesser endpoint that gave the list is what it is: it says why in its error. */
function lostAtFirst(world: World, first: Read | Error): string[] {
  const { before } = world;
  if (first instanceof Error) return [first.message];
  if (first.endpoint === before.endpoint && first.status === 'fresh')
    return lost(world, before, { ...first, status: 'stale' });
  return first.error === null ? [`${first.endpoint} gave the list, and nothing says why`] : [];
}
