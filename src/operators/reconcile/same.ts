import type { Snapshot } from '../../model/snapshot.js';
import type { Kind } from '../../sources/kind.js';

/** Whether a reading says what the previous one said, when it was fetched and the order aside. */
export const isSame = <Out, Item>(
  read: Snapshot<Item>,
  previous: Snapshot<Item>,
  { facts }: Pick<Kind<Out, Item>, 'facts'>,
): boolean => {
  const contentOf = ({ items }: Snapshot<Item>) => items.map((item) => JSON.stringify(facts(item))).sort();
  return (
    read.endpoint === previous.endpoint &&
    read.via === previous.via &&
    read.items.length === previous.items.length &&
    contentOf(read).join() === contentOf(previous).join()
  );
};
