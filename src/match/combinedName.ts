import { nameOf, type ModelName } from './name.js';

/** True where only the display name tells the version: "Mistral Small 4" for `mistral-small-2603`. The id alone would mislead. */
export const addsVersion = (id: ModelName, shown: ModelName): boolean =>
  id.versions.length === 0 && shown.versions.length > 0;

/**
 * What a display name adds to an id: `mistral-medium-2505`, called "Mistral Medium 3", is that version with that date.
 * null where the name says nothing new, or leaves out or contradicts what the id says.
 */
export function combinedName(id: ModelName, shown: ModelName): ModelName | null {
  const covered =
    id.words.every((word) => shown.words.includes(word)) &&
    id.sizes.every((size) => shown.sizes.includes(size)) &&
    (id.versions.length === 0 || id.versions.join() === shown.versions.join()) &&
    (id.date === null || shown.date === null || id.date === shown.date);
  if (!covered) return null;
  const { words, versions, sizes } = shown;
  const { revision, latest } = id;
  const parts = {
    words: [...words],
    versions: [...versions],
    sizes: [...sizes],
    date: id.date ?? shown.date,
    revision,
    latest,
  };
  const combined = nameOf(shown.text, id.vendor, parts);
  return combined.key === id.key ? null : combined;
}
