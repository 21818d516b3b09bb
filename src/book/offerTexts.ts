import type { Model } from '../model/model.js';
import { byteAt, closeBrace, closeBracket, comma } from '../read/scan/bytes.js';
import { KeyTable } from '../read/scan/keyTable.js';
import { Members, scanObject } from '../read/scan/scanObject.js';
import { withoutSpace } from '../read/scan/withoutSpace.js';
import type { LooseRecord } from './looseRecord.js';
import type { SettledPart } from './settledPart.js';

/** A provider's part of a table from the JSON of its file, as a run writes it, which is changed on the way. Throws where it is none. */
export function partIn(file: Buffer): SettledPart {
  const { models, sources } = partsIn(file);
  return { offers: new OfferTexts<Model>(models, ['id']), sources };
}

/** Of the records in the same what `askedIn` reads, by id. */
export const wordsIn = (file: Buffer): Pick<ReadonlyMap<string, LooseRecord>, 'get'> =>
  new OfferTexts<LooseRecord>(partsIn(file).models, ['id', 'name', 'mode', 'modalities', 'cost', 'pricing'], true);

/** What stands before the records of a file as we write it, and the list of them, which ends it. */
function partsIn(file: Buffer): Pick<SettledPart, 'sources'> & { readonly models: Buffer } {
  const text = withoutSpace(file);
  // In a text of JSON these bytes are a key, for a quote within a string is escaped; where the head is whole, one of the file.
  const at = text.indexOf(lastKey);
  if (at < 0 || text.at(-2) !== closeBracket || text.at(-1) !== closeBrace)
    throw new SyntaxError('this is no file of a provider');
  const head = JSON.parse(`${text.toString('utf8', 0, at)}${lastKey}]}`) as Partial<SettledPart>;
  if (!head.sources) throw new SyntaxError('this is no file of a provider');
  return { models: text.subarray(at + lastKey.length - 1, -1), sources: head.sources };
}

const lastKey = '"models":[';

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
