import { nameOf, parseName, type ModelName } from './name.js';

/**
 * What the display name adds to an id: `mistral-medium-2505`, called "Mistral Medium 3", is that version with that date.
 * null where the name says nothing new, or leaves out or contradicts what the id says.
 */
export function combinedName(id: ModelName, displayName: string | null): ModelName | null {
  if (!displayName || displayName === id.text) return null;
  const name = parseName(displayName);
  const covered =
    id.words.every((word) => name.words.includes(word)) &&
    id.sizes.every((size) => name.sizes.includes(size)) &&
    (id.versions.length === 0 || id.versions.join() === name.versions.join()) &&
    (id.date === null || name.date === null || id.date === name.date);
  if (!covered) return null;
  const { words, versions, sizes } = name;
  const { date, revision, latest } = id;
  const combined = nameOf(displayName, id.vendor, {
    words: [...words],
    versions: [...versions],
    sizes: [...sizes],
    date: date ?? name.date,
    revision,
    latest,
  });
  return combined.key === id.key ? null : combined;
}
