import type { Fault } from '../../model/fault.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Source } from '../../sources/define.js';

/**
 * The reading with a fault for each endpoint that an earlier run had and that could not be asked for want of its key.
 * @param passedOver a fault for each endpoint that was not asked
 */
export function withPassedOver<Out, Item>(
  read: Snapshot<Item>,
  previous: Snapshot<Item>,
  passedOver: readonly Fault[],
  { endpoints }: Pick<Source<Out, Item>, 'endpoints'>,
): Snapshot<Item> {
  const missed = passedOver.filter(({ endpoint }) => isOf(previous, endpoint));
  if (missed.length === 0) return read;
  const rankOf = (name: string) => endpoints.findIndex((endpoint) => endpoint.name === name);
  const better = missed.find(({ endpoint }) => rankOf(endpoint) < rankOf(read.endpoint));
  return { ...read, faults: [...missed, ...read.faults], error: read.error ?? better?.error ?? null };
}

/** Whether an endpoint gave a snapshot, or one of the pages that its records name, and no recording did. */
const isOf = ({ endpoint, sources, via }: Snapshot<unknown>, name: string): boolean =>
  (endpoint === name && via !== 'recording') ||
  Object.entries(sources).some(([page, { via: over }]) => over !== 'recording' && page.split(/[/@]/)[0] === name);
