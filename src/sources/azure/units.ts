import type { CostField } from '../../model/cost.js';
import { scaled } from '../parse/money.js';
import type { Word } from './words.js';

/** What is counted, beside tokens: the field of its price, and how many of the record's unit one is. */
const things: readonly (readonly [Word, RegExp, CostField, number])[] = [
  ['second', /^sec(ond)?s?$/, 'perSecond', 1],
  ['minute', /^minutes?$/, 'perSecond', 60],
  ['hour', /^hours?$/, 'perSecond', 3600],
  ['images', /^images?$/, 'perImage', 1],
  ['page', /^pages?$/, 'perPage', 1],
  ['character', /^char(acter)?s?$/, 'perCharacter', 1],
  ['search', /^search(es)?$/, 'perSearch', 1],
];

/** Models whose time is paid; an hour of another one is the rent of a machine. */
const timed = /sora|whisper|transcri|speech|voice|audio|tts|realtime|video/;

/** The quantity of a meter ("1K", "1 Second") with what its name says that it counts; tokens where neither says. */
export function unitOf(
  unit: string,
  said: ReadonlySet<Word>,
  words: readonly string[],
): ((price: unknown) => { readonly field: CostField | 'token'; readonly value: number | null }) | undefined {
  const [, number, multiple = '', rest = ''] =
    /^(\d+(?:\.\d+)?)\s{0,4}([km](?![a-z]))?\s{0,4}([a-z]*)$/i.exec(unit.trim()) ?? [];
  if (number === undefined) return undefined;
  const count = Number(number) * ({ k: 1_000, m: 1_000_000 }[multiple.toLowerCase()] ?? 1);
  const named = rest.toLowerCase();
  const thing = things.find(([word, pattern]) => (named === '' ? said.has(word) : pattern.test(named)));
  if (thing) {
    const [word, , field, size] = thing;
    if ((word === 'hour' || word === 'minute') && !timed.test(words.join(' '))) return undefined;
    return (price) => ({ field, value: scaled(price, 1, count * size) });
  }
  if (multiple === '' || !/^(tokens?)?$/.test(named)) return undefined;
  return (price) => ({ field: 'token', value: scaled(price, 1_000, count) });
}
