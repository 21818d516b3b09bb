import { z } from 'zod';
import type { Page, Request } from '../../fetch/request.js';
import { isoDay } from '../parse/dates.js';
import { count, flag, id, text } from '../parse/fields.js';
import { json, jsonPages } from '../parse/json.js';
import { defineLink, type Draft } from '../source.js';
import { modeIn, sidesOf } from './category.js';

const row = z.looseObject({
  id,
  title: text,
  category: text,
  date: text,
  modelLab: text,
  deprecated: flag,
  removed: flag,
  private: flag,
  adminOnly: flag,
});
type Row = z.infer<typeof row>;

const first: Request = { url: 'https://fal.ai/api/models?page=1' };

/** fal's older list, undocumented, without prices; what wraps the rows of a page was never shown. */
export const legacy = defineLink<Row>({
  name: 'legacy',
  fills: false,
  requests: [first],
  next: others,
  rows: (pages) => jsonPages(pages, 'items', 'models', 'data'),
  row,
  normalize,
});

const paging = z.looseObject({ pages: count });

/** All other pages, once the first one tells how many there are; a list with a gap is better than none. */
function others(page: Page): Request[] {
  if (page.request.url !== first.url) return [];
  const { pages } = paging.safeParse(json(page)).data ?? { pages: null };
  return Array.from({ length: Math.min(pages ?? 1, 1000) - 1 }, (_, i) => ({
    url: first.url.replace(/1$/, String(i + 2)),
    optional: true,
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
    modalities: sidesOf(model.category),
    releaseDate: isoDay(model.date),
    status: model.deprecated === null ? null : model.deprecated ? 'deprecated' : 'active',
  };
}
