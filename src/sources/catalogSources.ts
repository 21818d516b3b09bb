import type { Draft } from '../model/draft.js';
import { fileKey, isFileName } from '../model/fileName.js';
import type { Page } from '../model/page.js';
import { catalog, catalogEntries, modelsDev } from './catalog.js';
import { defineEndpoint, defineSource, type Source } from './define.js';
import { catalogKind } from './catalog/providerKinds.js';
import { row } from './catalog/row.js';
import { shapeError } from './parse/shapeError.js';

/** The providers of models.dev's catalog that have no adapter of their own, sorted by id. */
export const catalogSources = (page: Page, own: readonly Pick<Source, 'id'>[]): Source[] => sorted(page, own).taken;

/** Id of the source that stands for the providers of the catalog that can't be kept. */
const refusedId = 'models.dev';

/**
 * A source that fails by naming the providers of the catalog that can't be kept, for their id becomes the name of a file:
 * it is none, or another provider's in other case. None where all can, or where one is known already.
 */
export function refusedSource(page: Page, own: readonly Pick<Source, 'id'>[]): Source[] {
  const { refused } = sorted(page, own);
  if (refused.length === 0 || own.some(({ id }) => id === refusedId)) return [];
  const count = `${refused.length} ${refused.length === 1 ? 'provider' : 'providers'} of the catalog`;
  const names = `${refused.slice(0, 5).map(named).join(', ')}${refused.length > 5 ? ', …' : ''}`;
  const why = `${count} can't be kept, for the id is no name of a file, or another's in other case: ${names}`;
  return [
    defineSource({
      ...{ id: refusedId, name: refusedId, providerKind: null, docs: '', env: [], unit: '', evidence: 'catalog' },
      endpoints: [
        defineEndpoint({
          ...{ name: 'catalog', requests: { list: modelsDev }, row, normalize: (): Draft | undefined => undefined },
          rows: () => {
            throw shapeError(why);
          },
        }),
      ],
    }),
  ];
}

const named = (id: string): string => JSON.stringify(id.length <= 40 ? id : `${id.slice(0, 40)}…`);

/** The entries without an adapter, by whether their id can be kept; those without models are no providers. */
function sorted(page: Page, own: readonly Pick<Source, 'id'>[]): { taken: Source[]; refused: string[] } {
  const known = new Set(own.map(({ id }) => id));
  const keys = new Set(own.map(({ id }) => fileKey(id)));
  const taken: Source[] = [];
  const refused: string[] = [];
  const entries = [...catalogEntries(page)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, { name, doc, env, models }] of entries) {
    if (known.has(id) || Object.keys(models).length === 0) continue;
    const isFree = isFileName(id) && id !== refusedId && keys.size < keys.add(fileKey(id)).size;
    if (!isFree) refused.push(id);
    else
      taken.push(
        defineSource({
          ...{ id, name: name ?? id, providerKind: catalogKind(id), docs: doc ?? '', env: env ?? [] },
          ...{ unit: 'USD per 1M tokens (models.dev)', evidence: 'catalog', endpoints: [catalog(id)] },
        }),
      );
  }
  return { taken, refused };
}
