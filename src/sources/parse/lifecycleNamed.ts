import type { Lifecycle } from '../../model/model.js';

/** The words for each state, the last one first: what is told to be retired may have been a preview. */
const words: readonly (readonly [RegExp, Lifecycle])[] = [
  [/\bretired\b/i, 'retired'],
  [/\b(deprecated|legacy)\b/i, 'deprecated'],
  [/\b(previews?|beta|alpha|experimental|unstable)\b/i, 'preview'],
  [/\b(active|available|live|stable|production|recommended|supported|ga|general[ -]?availability)\b/i, 'active'],
];

/**
 * The state of a model in a list's word for it ("PUBLIC_PREVIEW", "generalAvailability") or in the heading above it; null
 * for words that say nothing of it, or what it is not.
 */
export function lifecycleNamed(said: string | null | undefined): Lifecycle | null {
  const text = (said ?? '').replaceAll('_', ' ');
  if (/\b(not|no longer)\b/i.test(text)) return null;
  return words.find(([word]) => word.test(text))?.[1] ?? null;
}
