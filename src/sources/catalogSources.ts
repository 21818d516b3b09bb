import type { Page } from '../model/page.js';
import { catalog, catalogEntries } from './catalog.js';
import { defineSource, type Source } from './define.js';

/** What an id may be, for it becomes the name of a file and of a field. */
const isId = (text: string): boolean => /^[a-z0-9][\w.-]{0,99}$/i.test(text) && !(text in Object.prototype);

/** The providers of models.dev's catalog that have no adapter of their own, sorted by id. */
export function catalogSources(page: Page, own: readonly Source[]): Source[] {
  const known = new Set(own.map(({ id }) => id));
  return [...catalogEntries(page)]
    .filter(([id, entry]) => isId(id) && !known.has(id) && Object.keys(entry.models).length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { name, doc, env }]) =>
      defineSource({
        id,
        name: name ?? id,
        docs: doc ?? '',
        env: env ?? [],
        unit: 'USD per 1M tokens (models.dev)',
        evidence: 'catalog',
        endpoints: [catalog(id)],
      }),
    );
}
