import type { Model } from '../../model/model.js';
import { type Offers, soldIn } from '../offers.js';
import { type Filter, filtersOf } from './filters.js';
import { foundModel } from './found.js';
import { inOrder } from './order.js';
import type { FoundModel, FoundModels, LeftOut, ModelsQuery } from './query.js';
import { holdsWords } from './words.js';

/**
 * Finds models in settled offers. A query is asked of each offer; a model is found where one of its offers fits, and told by
 * those that do. Where a price is asked for, only models with a priced offer are found. `meant` is the model that the words
 * name, where that is known. Pure: the order of the offers changes nothing.
 */
export function queryModels(table: Offers, query: ModelsQuery, meant: string | null = null): FoundModels {
  const holds = holdsWords(query.words ?? '');
  const filters = filtersOf(query);
  const about = { kindOf: table.kindOf, soldAs: soldIn(table) };
  const groups = grouped(table.offers).filter(([key, offers]) => key === meant || holds(textsOf(key, offers)));
  const asked = groups.flatMap(([, offers]) => offers);
  const fitting = groups.flatMap(([key, offers]) => {
    const fit = offers.filter((offer) => filters.every(({ fits }) => fits(offer) === true));
    return fit.length === 0 ? [] : [foundModel(key, fit, about)];
  });
  const { found, freeOnly } = pricedAsAsked(fitting, query);
  const models = found.sort(inOrder(query.sort ?? 'price')).slice(0, query.limit ?? found.length);
  return { models, found: found.length, leftOut: [...leftOut(asked, filters), ...freeOnly] };
}

const textsOf = (key: string, offers: readonly Model[]): string[] => [
  key,
  ...offers.flatMap(({ id, name }) => [id, name ?? '']),
];

/** Offers by the key of their model, and each that has none by itself. */
function grouped(offers: readonly Model[]): [key: string, offers: readonly Model[]][] {
  const groups = new Map<string, Model[]>();
  const alone: [string, Model[]][] = [];
  for (const offer of offers) {
    const key = offer.model?.key ?? null;
    const group = key === null ? undefined : groups.get(key);
    if (group) group.push(offer);
    else if (key === null) alone.push([`${offer.provider}/${offer.id}`, [offer]]);
    else groups.set(key, [offer]);
  }
  return [...groups, ...alone];
}

/** Without the models that are only offered for nothing, where a price is asked for and not what is free. */
function pricedAsAsked(
  models: readonly FoundModel[],
  query: ModelsQuery,
): { found: FoundModel[]; freeOnly: LeftOut[] } {
  const { maxInputUsdPerMillion, maxOutputUsdPerMillion, statuses } = query;
  const asksPrice = maxInputUsdPerMillion !== undefined || maxOutputUsdPerMillion !== undefined;
  if (!asksPrice || statuses?.includes('free')) return { found: [...models], freeOnly: [] };
  const found = models.filter(({ offers }) => offers.length > 0);
  const count = models.length - found.length;
  const says = `${count} ${count === 1 ? 'model is' : 'models are'} only offered for free`;
  return { found, freeOnly: count > 0 ? [{ by: 'statuses', count, says }] : [] };
}

/** The offers that would fit if somebody said what they are judged by, for each filter that doesn't know. */
function leftOut(offers: readonly Model[], filters: readonly Filter[]): LeftOut[] {
  const answers = offers.map((offer) => filters.map(({ fits }) => fits(offer)));
  const open = answers.filter((fits) => !fits.includes(false) && fits.includes(null));
  return filters.flatMap(({ by, unsaid: [one, more] }, i) => {
    const count = open.filter((fits) => fits[i] === null).length;
    return count === 0 ? [] : [{ by, count, says: `${count} ${count === 1 ? one : more}` }];
  });
}
