import type { PriceList } from '../sources/define.js';

/** How a price list names who sells, and how our providers are found among them. */
export interface Sellers {
  /** The one name of a row's seller: rows are compared with models of the same seller and no other. */
  readonly ofRow: (listName: string) => string;
  /** The list's name of one of our providers, any case; by default its own id in capitals. */
  readonly ofProvider: (provider: string) => string;
  /** Our provider id of one of the list's names; that name in small letters where it is none of ours. */
  readonly sellerOf: (listName: string) => string;
}

export function sellersOf({ sellers, sameSeller = {} }: Pick<PriceList, 'sellers' | 'sameSeller'>): Sellers {
  const names = new Map(Object.entries(sellers));
  const same = new Map(Object.entries(sameSeller));
  const ofRow = (listName: string): string => {
    const name = listName.toUpperCase();
    return same.get(name) ?? name;
  };
  const ours = new Map([...names].reverse().map(([id, name]) => [ofRow(name), id]));
  return {
    sellerOf: (listName) => ours.get(ofRow(listName)) ?? listName.toLowerCase(),
    ofRow,
    ofProvider: (provider) => {
      const id = provider.toLowerCase();
      return ofRow(names.get(id) ?? id);
    },
  };
}
