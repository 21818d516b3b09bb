import type { Model } from '../model/model.js';
import { byteAt, comma, openBracket } from '../read/scan/bytes.js';
import { KeyTable } from '../read/scan/keyTable.js';
import { Members, scanObject } from '../read/scan/scanObject.js';
import { withoutSpace } from '../read/scan/withoutSpace.js';
import type { Offers, SettledPart } from './settledPart.js';

const [fileKeys, offerKeys] = [new KeyTable(['sources', 'models']), new KeyTable(['id'])];

/** A provider's part of a table from the JSON of its file, as a run writes it, which is changed on the way. Throws where it is none. */
export function partIn(file: Buffer): SettledPart {
  const text = withoutSpace(file);
  const members = new Members(fileKeys);
  const isWhole = scanObject(text, 0, members) === text.length;
  const [sources = -1, models = -1] = members.starts;
  if (!isWhole || sources < 0 || byteAt(text, models) !== openBracket)
    throw new SyntaxError('this is no file of a provider');
  return {
    offers: new OfferTexts(text.subarray(models, members.ends[1])),
    sources: JSON.parse(text.toString('utf8', sources, members.ends[0])) as SettledPart['sources'],
  };
}

/** Offers by id, each kept as its text, which takes a fifth of what it takes as an object, and read when it is asked for. */
class OfferTexts implements Offers {
  readonly #text: Buffer;
  /** By id: where each begins and ends. */
  readonly #places = new Map<string, readonly [from: number, to: number]>();
  #last: Model | undefined;

  /** `list` is a list of JSON without white space. */
  constructor(list: Buffer) {
    this.#text = Buffer.from(list);
    const offer = new Members(offerKeys);
    for (let from = 1; from < list.length - 1;) {
      const to = scanObject(list, from, offer);
      const [start = -1, end = 0] = [offer.starts[0], offer.ends[0]];
      if (to < 0 || start < 0) throw new SyntaxError('this is no offer of a provider');
      this.#places.set(JSON.parse(list.toString('utf8', start, end)) as string, [from, to]);
      from = byteAt(list, to) === comma ? to + 1 : to;
    }
  }

  keys(): MapIterator<string> {
    return this.#places.keys();
  }

  get(id: string): Model | undefined {
    if (this.#last?.id === id) return this.#last;
    const place = this.#places.get(id);
    if (place) return (this.#last = JSON.parse(this.#text.toString('utf8', ...place)) as Model);
    return undefined;
  }
}
