import { instantOf } from '../cost/records/instant.js';

const dayMs = 24 * 60 * 60 * 1000;

/** The last moment of a price version: that of a run by its `startedAt`, the end of a day; null for any other text. */
export function versionOf(text: string): Date | null {
  const at = instantOf(text);
  if (at === null) return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? new Date(at.getTime() + dayMs - 1) : at;
}
