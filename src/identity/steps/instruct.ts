import { EMBEDDINGS } from '../data/variants.js';
import type { Offer } from '../offer.js';
import { groupBy } from '../groupBy.js';
import { sizedStemOf, type Named } from '../named.js';

const groupOf = (named: Named): string => `${sizedStemOf(named)}|${named.revision ?? ''}|${named.date ?? ''}`;

/**
 * `instruct` (`it`, `chat`) left out: filled in where the table has the name with it. Not where the name is the base model's:
 * the same seller sells both, or it is written as the lab's repository; and not for a lab that names the model so.
 */
export function fillInstruct(all: readonly Named[]): Named[] {
  const filled = new Map<Named, string | null>();
  for (const group of groupBy(all, groupOf).values())
    for (const named of group) filled.set(named, wordFor(named, group));
  return all.map((named) => {
    const instruct = filled.get(named) ?? null;
    return instruct === named.instruct ? named : { ...named, instruct };
  });
}

function wordFor(named: Named, group: readonly Named[]): string | null {
  const talking = group.filter(({ instruct }) => instruct !== null);
  const word = commonest(talking.map(({ instruct }) => instruct ?? ''));
  if (word === null || named.instruct !== null) return word;
  if (named.tokens.some(({ text }) => EMBEDDINGS.has(text))) return null;
  if (isServed(named)) return word;
  if (named.tokens.some(({ text }) => text === 'base' || text === 'pt')) return null;
  // The lab's own name of a base model, such as `Mixtral-8x22B-v0.1`.
  if (named.reading.revision?.startsWith('0.') === true) return null;
  const isPublished = talking.some(({ reading }) => reading.repository);
  const isRepository = group.some(({ instruct, reading }) => instruct === null && reading.repository);
  if (isRepository && !isPublished) return null;
  const sellsBoth = talking.some(({ reading }) => doorOf(reading.offer) === doorOf(named.reading.offer));
  return sellsBoth || named.reading.repository ? null : word;
}

/** A base model isn't sold faster, free, or behind a locked door. */
function isServed({ reading: { facets } }: Named): boolean {
  const { speed, privacy, tier, host, deployment, mode, plan } = facets;
  return [speed, privacy, tier, host, deployment, mode, plan].some((one) => one !== undefined);
}

/** Seller and folder: a gateway sells the same model through several. */
const doorOf = ({ provider, id }: Offer): string => `${provider} ${id.slice(0, id.lastIndexOf('/') + 1)}`;

/** The word that most say; the first by letters of equals. */
function commonest(words: readonly string[]): string | null {
  const counts = [...groupBy(words, (word) => word)].map(([word, { length }]) => ({ word, length }));
  counts.sort((a, b) => b.length - a.length || (a.word < b.word ? -1 : 1));
  return counts[0]?.word ?? null;
}
