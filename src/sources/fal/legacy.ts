import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { companions } from '../ask.js';
import { defineEndpoint } from '../define.js';
import { count, flag, id, text } from '../parse/fields.js';
import { json, jsonList } from '../parse/json.js';
import { modeIn, categorySides } from './category.js';

const row = z.looseObject({
  id,
  title: text,
  category: text,
  modelLab: text,
  deprecated: flag,
  removed: flag,
  private: flag,
  adminOnly: flag,
});
type Row = z.infer<typeof row>;

const first: Request = { url: 'https://fal.ai/api/models?page=1' };

/** fal's older list, undocumented, without prices; what wraps the rows of a page was never shown. */
export const legacy = defineEndpoint({
  name: 'legacy',
  fills: false,
  requests: { list: first, others: companions({ of: { list: others }, brings: 'models', read: rowsOf }) },
  rows: ({ list, others }) => [...rowsOf(list), ...others.flat()],
  row,
  normalize,
});

function rowsOf(page: Page): unknown[] {
  return jsonList(page, 'items', 'models', 'data');
}

const paging = z.looseObject({ pages: count });

/** All other pages, once the first one tells how many there are; a list with a gap is better than none. */
function others(page: Page): Request[] {
  const { pages } = paging.safeParse(json(page)).data ?? { pages: null };
  return Array.from({ length: Math.min(pages ?? 1, 1000) - 1 }, (_, i) => ({
    url: first.url.replace(/1$/, String(i + 2)),
  }));
}

/** Undefined for what is not on offer to everybody. */
function normalize(model: Row): Draft | undefined {
  if (model.removed || model.private || model.adminOnly) return undefined;
  return {
    id: model.id,
    name: model.title,
    ownedBy: model.modelLab,
    mode: modeIn(model.category),
    modalities: categorySides(model.category),
    status: model.deprecated === null ? null : model.deprecated ? 'deprecated' : 'active',
  };
}
