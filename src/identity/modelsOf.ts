import type { Model } from '../model/model.js';
import type { ModelEntry } from '../model/models.js';
import { byText } from './byText.js';
import { groupBy } from './groupBy.js';
import { partsOfKey } from './partsOfKey.js';

/** What is needed of an offer to say which model it is. */
export type IdentifiedOffer = Pick<Model, 'provider' | 'id' | 'model'>;

/** The models behind the offers, by key, each with all who offer it; offers without a model are left out. */
export const modelsOf = (offers: readonly IdentifiedOffer[]): ModelEntry[] =>
  [...groupBy(offers, ({ model }) => model?.key ?? '')]
    .filter(([key]) => key !== '')
    .map(([key, group]) => ({
      key,
      line: group[0]?.model?.line ?? key,
      ...partsOfKey(key),
      snapshots: distinct(group.map(({ model }) => model?.facets.snapshot)),
      ids: distinct(group.map(({ id }) => id)),
      offers: group
        .map(({ provider, id, model }) => ({ provider, id, facets: model?.facets ?? {} }))
        .sort(byText(({ provider, id }) => `${provider}/${id}`)),
    }))
    .sort(byText(({ key }) => key));

const distinct = (texts: readonly (string | undefined)[]): string[] =>
  [...new Set(texts.filter((text) => text !== undefined))].sort();
