import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { companion, companions, paged } from '../ask.js';
import { catalog, catalogEntries, modelsDev } from '../catalog.js';
import { defineEndpoint, type Endpoint } from '../define.js';
import { id, text } from '../parse/fields.js';
import { jsonList, jsonObject, jsonPages } from '../parse/json.js';
import { lifecycleNamed } from '../parse/lifecycleNamed.js';
import { notEmpty } from '../parse/notEmpty.js';
import { rowId } from '../parse/rowId.js';

/** Google's own models are `google-vertex`; those of other labs, and open ones, `google-vertex-partner`. */
const isPartner = (model: string): boolean => model.includes('/') || /^claude-/i.test(model);

/** models.dev's entries, of which only one part is this source's. */
export const catalogPart = (partner: boolean, ...entries: readonly [string, ...string[]]): Endpoint => {
  const whole = catalog(...entries);
  return { ...whole, rows: (pages) => [...whole.rows(pages)].filter((row) => isPartner(rowId(row)) === partner) };
};

export type Names = ReadonlyMap<string, string>;

/** The names of that part by id: models of their own, and full ids where the documents lack publisher or version. */
export const catalogNames = (partner: boolean, ...entries: readonly string[]) =>
  companion(modelsDev, { brings: ['ids', 'models'], read: (page) => namesIn(page, partner, entries) });

function namesIn(page: Page, partner: boolean, entries: readonly string[]): Names {
  const all = catalogEntries(page);
  const models = notEmpty(
    entries.flatMap((entry) => Object.entries(all.get(entry)?.models ?? {})),
    `the catalog has no entry ${entries.join(' or ')}`,
  );
  return new Map(
    models
      .filter(([model]) => isPartner(model) === partner)
      .map(([model, value]) => [model, (value as { name?: unknown } | null)?.name])
      .filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

const host = 'https://aiplatform.googleapis.com/v1beta1/publishers';
const listed = z.looseObject({
  name: id,
  launchStage: text,
  openSourceCategory: text,
  supportedActions: z.unknown().optional(),
});
type Listed = z.infer<typeof listed>;

const listOf = (publisher: string): Request => ({
  url: `${host}/${publisher}/models?pageSize=100`,
  key: { env: ['GOOGLE_OAUTH_ACCESS_TOKEN', 'CLOUDSDK_AUTH_ACCESS_TOKEN'] },
});

/** The lists of publishers (OAuth): ids and launch stages of a part of the models. */
export const publisherLists = (publisher: string, ...more: readonly string[]): Endpoint =>
  defineEndpoint({
    name: 'api',
    requests: {
      list: paged(listOf(publisher), next),
      others: companions({
        requests: more.map(listOf),
        next,
        brings: ['models', 'facts'],
        read: (page) => jsonList(page, 'publisherModels'),
      }),
    },
    rows: ({ list, others }) => [...jsonPages(list, 'publisherModels'), ...others.flat()],
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
    status: lifecycleNamed(model.launchStage),
    openWeights: model.openSourceCategory === 'PROPRIETARY' ? false : null,
  };
}
