import type { Page } from '../../model/page.js';
import { catalogEntries } from '../catalog.js';
import { shapeError } from '../parse/shapeError.js';

/** Ids and names of models.dev's entry. */
export function catalogNames(page: Page): (readonly [string, string])[] {
  const entry = catalogEntries(page).get('amazon-bedrock');
  if (!entry) throw shapeError('the catalog has no entry amazon-bedrock');
  return Object.entries(entry.models).map(([key, value]) => {
    const name = (value as { name?: unknown } | null)?.name;
    return [key, typeof name === 'string' ? name : key] as const;
  });
}
