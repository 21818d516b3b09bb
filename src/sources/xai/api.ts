import { z } from 'zod';
import type { Mode } from '../../model/model.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { companion } from '../ask.js';
import { defineEndpoint } from '../define.js';
import { listEndpoint } from '../listEndpoint.js';
import { jsonList } from '../parse/json.js';
import { draftOf, row } from './row.js';

const key = { env: ['XAI_API_KEY'] };
const images: Request = { url: 'https://api.x.ai/v1/image-generation-models', key };
const videos: Request = { url: 'https://api.x.ai/v1/video-generation-models', key };

/** All that a key may call, with contexts and prices; each alias is an offer of its own, at the price of its model. */
export const models = listEndpoint('models', {
  list: { url: 'https://api.x.ai/v1/models', key },
  rows: (page) => withAliases(jsonList(page, 'data', 'models')),
  row,
  normalize: draftOf,
});

/** Three lists by what a model makes, which tell the modalities, too. Their aliases are those of the first list. */
export const api = defineEndpoint({
  name: 'api',
  requests: {
    language: { url: 'https://api.x.ai/v1/language-models', key },
    images: companion(images, { brings: 'models', read: (page) => modelsIn(page, 'image') }),
    videos: companion(videos, { brings: 'models', read: (page) => modelsIn(page, 'video') }),
  },
  rows: (pages) => [...modelsIn(pages.language, 'chat'), ...(pages.images ?? []), ...(pages.videos ?? [])],
  row,
  normalize: draftOf,
});

/** The rows, with what the list is about. */
const modelsIn = (page: Page, mode: Mode): unknown[] =>
  jsonList(page, 'models', 'data').map((model) =>
    typeof model === 'object' && model !== null ? { ...model, mode } : model,
  );

const named = z.looseObject({ id: z.string(), aliases: z.array(z.unknown()) });

/** The rows, and after them one for each alias that is no row itself. */
function withAliases(rows: readonly unknown[]): unknown[] {
  const known = rows.flatMap((model) => named.safeParse(model).data ?? []);
  const taken = new Set<unknown>(rows.map((model) => named.partial().safeParse(model).data?.id));
  const aliases = known.flatMap((model) =>
    model.aliases.flatMap((alias) => {
      if (taken.has(alias)) return [];
      taken.add(alias);
      return [{ ...model, id: alias, aliasOf: model.id }];
    }),
  );
  return [...rows, ...aliases];
}
