import type { Model } from '../model/model.js';
import { byteAt, comma, openBracket } from '../read/scan/bytes.js';
import { KeyTable } from '../read/scan/keyTable.js';
import { Members, scanObject } from '../read/scan/scanObject.js';
import { withoutSpace } from '../read/scan/withoutSpace.js';
import type { LooseRecord } from './looseRecord.js';
import type { SettledPart } from './settledPart.js';

const fileKeys = new KeyTable(['sources', 'models']);

/** A provider's part of a table from the JSON of its file, as a run writes it, which is changed on the way. Throws where it is none. */
export function partIn(file: Buffer): SettledPart {
  const { models, sources } = membersOf(file);
  return {
    offers: new OfferTexts<Model>(models, ['id']),
    sources: JSON.parse(sources.toString('utf8')) as SettledPart['sources'],
  };
}

/** Of the records in the same what `askedIn` reads, by id. */
export const wordsIn = (file: Buffer): Pick<ReadonlyMap<string, LooseRecord>, 'get'> =>
  new OfferTexts<LooseRecord>(membersOf(file).models, ['id', 'name', 'mode', 'modalities', 'cost', 'pricing'], true);

function membersOf(file: Buffer): { readonly models: Buffer; readonly sources: Buffer } {
  const text = withoutSpace(file);
  const members = new Members(fileKeys);
  const isWhole = scanObject(text, 0, members) === text.length;
  const [sources = -1, models = -1] = members.starts;
  if (!isWhole || sources < 0 || byteAt(text, models) !== openBracket)
    throw new SyntaxError('this is no file of a provider');
  return { models: text.subarray(models, members.ends[1]), sources: text.subarray(sources, members.ends[0]) };
}

/** Records by id, each kept as its text, which takes a fifth of what it takes as an object, and read when it is asked for. */
class OfferTexts<Kept extends LooseRecord> {
  readonly #text: Buffer;
  /** By id: where each begins and ends. */
  readonly #places = new Map<string, readonly [from: number, to: number]>();
  #last: { readonly id: string; readonly record: Kept } | undefined;

  /** `list` is a list of JSON without white space; the first of the keys is the id. With `isShort` only these are kept. */
  constructor(list: Buffer, keys: readonly string[], isShort = false) {
    const texts: Buffer[] = [];
    const members = new Members(new KeyTable(keys));
    for (let from = 1, length = 0; from < list.length - 1;) {
      const to = scanObject(list, from, members);
      const [start = -1, end = 0] = [members.starts[0], members.ends[0]];
      if (to < 0 || start < 0) throw new SyntaxError('this is no record of a provider');
      const parts = isShort ? partsOf(list, members) : [list.subarray(from, to)];
      const place = length;
      for (const part of parts) length += part.length;
      texts.push(...parts);
      this.#places.set(JSON.parse(list.toString('utf8', start, end)) as string, [place, length]);
      from = byteAt(list, to) === comma ? to + 1 : to;
    }
    this.#text = Buffer.concat(texts);
  }

  keys(): MapIterator<string> {
    return this.#places.keys();
  }

  get(id: string): Kept | undefined {
    if (this.#last?.id === id) return this.#last.record;
    const place = this.#places.get(id);
    if (!place) return undefined;
    const record = JSON.parse(this.#text.toString('utf8', ...place)) as Kept;
    this.#last = { id, record };
    return record;
  }
}

/** The text of an object of some of its members, in pieces. */
function partsOf(list: Buffer, { table, starts, ends }: Members): Buffer[] {
  const parts = table.keys.flatMap((key, member) => {
    const [start = -1, end = 0] = [starts[member], ends[member]];
    return start < 0 ? [] : [Buffer.from(`,"${key}":`), list.subarray(start, end)];
  });
  return [Buffer.from('{'), ...parts.map((part, i) => (i === 0 ? part.subarray(1) : part)), Buffer.from('}')];
}
