import { sameDay } from './day.js';
import { namedOf, sizesOf, stemOf, versionsOf, wordsOf, type Named } from './named.js';
import { read } from './read.js';
import { labNames } from './steps/labNames.js';
import { marksPutBack } from './steps/lostMarks.js';
import { nameIn, type Settled } from './table.js';

/** The model that a text means, or all that it may mean: none, where the table knows nothing like it. */
export type Resolution = { readonly model: string } | { readonly candidates: readonly string[] };

interface Entry {
  readonly named: Named;
  readonly key: string;
}

const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}+]/gu, '');
const bare = (named: Named): string => stemOf({ ...named, lab: '' });

function add<T>(map: Map<string, Map<string, T>>, at: string, key: string, value: T): void {
  const found = map.get(at);
  if (found === undefined) map.set(at, new Map([[key, value]]));
  else if (!found.has(key)) found.set(key, value);
}

/**
 * A lookup of models by any spelling: `resolve("Claude 4.6 Opus")`. Building reads the table once; a lookup reads the text
 * once and looks it up.
 */
export function resolverOf(settled: Settled): (text: string) => Resolution {
  const spellings = new Map<string, Map<string, Entry>>();
  const stems = new Map<string, Map<string, Entry>>();
  const words = new Map<string, Map<string, Entry>>();
  for (const named of settled.named) {
    const entry = { named, key: nameIn(settled, named).key };
    const { id } = named.reading.offer;
    for (const text of [id, id.slice(id.lastIndexOf('/') + 1)]) add(spellings, squeezed(text), entry.key, entry);
    add(stems, bare(named), `${entry.key} ${named.date ?? ''}`, entry);
    for (const word of wordsOf(named)) add(words, word, entry.key, entry);
  }
  const keys = new Map(
    settled.named.map((named) => [squeezed(nameIn(settled, named).key), nameIn(settled, named).key]),
  );
  return (text) => {
    const key = keys.get(squeezed(text));
    if (key !== undefined) return { model: key };
    const spelled = [...(spellings.get(squeezed(text))?.keys() ?? [])];
    if (spelled.length === 1) return answer(spelled);
    const asked = askedFor(text);
    if (asked === null) return { candidates: spelled.sort() };
    const found = fitting(asked, (one) => stems.get(bare(one)));
    if (found.length > 0) return answer(found);
    return { candidates: spelled.length > 0 ? spelled.sort() : holding(asked, words) };
  };
}

const answer = (keys: readonly string[]): Resolution => {
  const [only] = keys;
  return keys.length === 1 && only !== undefined ? { model: only } : { candidates: [...keys].sort() };
};

function askedFor(text: string): Named | null {
  const reading = read({ provider: '', id: text.trim().replace(/\s+/g, '-') });
  return 'why' in reading ? null : labNames(namedOf(reading, reading.lab ?? ''));
}

/** The keys that say nothing else than the text; the fullest agreement alone where there is one. */
function fitting(asked: Named, find: (named: Named) => ReadonlyMap<string, Entry> | undefined): string[] {
  const group =
    find(asked) ??
    marksPutBack(asked)
      .map(find)
      .find((one) => one !== undefined);
  if (group === undefined) return [];
  const fit = [...group.values()].filter(({ named }) => agrees(asked, named));
  const same = fit.filter(({ named }) => isWhole(asked, named));
  return [...new Set((same.length > 0 ? same : fit).map(({ key }) => key))];
}

function agrees(asked: Named, named: Named): boolean {
  const sizes = sizesOf(named);
  if (asked.lab !== '' && asked.lab !== named.lab) return false;
  if (asked.instruct !== null && named.instruct === null) return false;
  if (asked.revision !== null && asked.revision !== named.revision) return false;
  if (asked.date !== null && named.date !== null && !sameDay(asked.date, named.date)) return false;
  return sizesOf(asked).every((size) => sizes.includes(size));
}

/** Neither a date nor an alias that the text doesn't say. */
const isWhole = (asked: Named, named: Named): boolean =>
  named.latest === asked.latest &&
  (named.date === null) === (asked.date === null) &&
  (asked.revision !== null || named.revision === null);

/** Models that hold all words and numbers of the text. */
function holding(asked: Named, words: ReadonlyMap<string, ReadonlyMap<string, Entry>>): string[] {
  const [first] = wordsOf(asked);
  const entries = first === undefined ? [] : [...(words.get(first)?.values() ?? [])];
  const said = [...wordsOf(asked), ...versionsOf(asked), ...sizesOf(asked)];
  const held = entries.filter(({ named }) => said.every((one) => named.tokens.some(({ text }) => text === one)));
  return [...new Set(held.map(({ key }) => key))].sort();
}
