import { z } from 'zod';
import { shapeError } from '../../fetch/errors.js';
import type { Page, Request } from '../../fetch/request.js';
import { catalog, catalogEntries, modelsDev } from '../catalog.js';
import { id, text } from '../parse/fields.js';
import { jsonObject, jsonPages } from '../parse/json.js';
import { defineLink, type Draft, type Link } from '../source.js';
import { lifecycle } from './modelPage.js';

/** Google's own models are `google-vertex`; those of other labs, and open ones, `google-vertex-partner`. */
export const isPartner = (model: string): boolean => model.includes('/') || /^claude-/i.test(model);

/** models.dev's entries, of which only one part is this source's. */
export const catalogPart = (partner: boolean, ...entries: readonly [string, ...string[]]): Link => {
  const whole = catalog(...entries);
  return { ...whole, rows: (pages) => [...whole.rows(pages)].filter((row) => isPartner(idOf(row)) === partner) };
};

const idOf = (row: unknown): string => {
  const value = (row as { id?: unknown } | null)?.id;
  return typeof value === 'string' ? value : '';
};

/** The ids and names of that part, for ids that the documents give without publisher or version. */
export function catalogIds(
  pages: readonly Page[],
  partner: boolean,
  ...entries: readonly string[]
): Map<string, string> {
  try {
    const page = pages.find(({ request }) => request.url === modelsDev.url);
    const all = page ? catalogEntries(page) : new Map<string, never>();
    const models = entries.flatMap((entry) => Object.entries(all.get(entry)?.models ?? {}));
    return new Map(
      models
        .filter(([model]) => isPartner(model) === partner)
        .map(([model, value]) => [model, (value as { name?: unknown } | null)?.name])
        .filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    );
  } catch {
    return new Map();
  }
}

const host = 'https://aiplatform.googleapis.com/v1beta1/publishers';
const listed = z.looseObject({
  name: id,
  launchStage: text,
  openSourceCategory: text,
  supportedActions: z.unknown().optional(),
});
type Listed = z.infer<typeof listed>;

/** The lists of publishers (OAuth): ids and launch stages of a part of the models. */
export const publisherLists = (publishers: readonly string[]): Link =>
  defineLink<Listed>({
    name: 'api',
    requests: publishers.map((publisher, i) => ({
      url: `${host}/${publisher}/models?pageSize=100`,
      key: { env: ['GOOGLE_OAUTH_ACCESS_TOKEN', 'CLOUDSDK_AUTH_ACCESS_TOKEN'] },
      ...(i > 0 && { optional: true }),
    })),
    next,
    rows: (pages) => {
      if (pages.length === 0) throw shapeError('no list came');
      return jsonPages(pages, 'publisherModels');
    },
    row: listed,
    normalize: fromList,
  });

function next(page: Page): Request[] {
  const token = jsonObject(page)['nextPageToken'];
  if (typeof token !== 'string' || token === '') return [];
  const url = `${page.request.url.split('&pageToken=')[0] ?? ''}&pageToken=${encodeURIComponent(token)}`;
  return [{ ...page.request, url }];
}

function fromList(model: Listed): Draft | undefined {
  const [, publisher = '', name = ''] = /^publishers\/([^/]+)\/models\/([^/@]+)/.exec(model.name) ?? [];
  if (name === '') throw new Error(`"${model.name}" does not name a publisher and a model`);
  const actions = Object.keys(model.supportedActions ?? {});
  const isServed = actions.includes('openGenerationAiStudio') || name.endsWith('-maas');
  // Weights to deploy by oneself are no offer of a model.
  if (!isServed && actions.some((action) => /^(multi)?deploy/i.test(action))) return undefined;
  return {
    id: name.endsWith('-maas') ? `${publisher}/${name}` : name,
    ownedBy: publisher,
    status: lifecycle(model.launchStage),
    openWeights: model.openSourceCategory === 'PROPRIETARY' ? false : null,
  };
}
