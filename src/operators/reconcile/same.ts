import type { Evidence } from '../../model/origin.js';
import type { Snapshot } from '../../model/snapshot.js';

/** Whether a reading says what the previous one said, when it was fetched, the order and so the places of the rows aside. */
export const isSame = <Item>(read: Snapshot<Item>, previous: Snapshot<Item>): boolean => {
  const contentOf = ({ items }: Snapshot<Item>) => items.map((item) => JSON.stringify(item, withoutRow)).sort();
  const isAlike = (): boolean => {
    const before = contentOf(previous);
    return contentOf(read).every((content, i) => content === before[i]);
  };
  return (
    read.endpoint === previous.endpoint &&
    read.via === previous.via &&
    read.items.length === previous.items.length &&
    isAlike()
  );
};

/** Where a list has a new order, its prices stand on other rows; those of the earlier page are still true of that. */
const withoutRow = (key: string, value: unknown): unknown =>
  key === 'evidence' && value !== null ? { ...(value as Evidence), row: undefined } : value;
