import type { Page } from '../../model/page.js';
import { ofPage } from '../parse/ofPage.js';
import { dayOf } from '../parse/terms.js';
import type { Stage } from './lifecycle.js';
import { familyOf, idOf, isIdOf } from './names.js';
import type { Shown } from './overview.js';
import { keyOf, type Priced, pricedModels } from './prices.js';

/** What the pages say of one model, whichever of them know it. */
type Documented = Partial<Omit<Shown, 'name'>> & Partial<Priced> & { readonly name: string; readonly day?: string };

/** A row for each id of each model: that with a day and its alias are two offers of one price. */
export function documented(page: Page, shown: readonly Shown[], stages: readonly Stage[]): unknown[] {
  // Whatever else a row is put together from, its prices stand on that page.
  const priced = ofPage(pricedModels(page), page);
  const byName = new Map(shown.map((model) => [keyOf(model.name), model]));
  const names = new Set(priced.map(({ name }) => keyOf(name)));
  const models: Documented[] = [
    ...priced.map((model) => ({ ...byName.get(keyOf(model.name)), ...model, day: dayOf(page) })),
    ...shown.filter(({ name }) => !names.has(keyOf(name))),
  ];
  const rows = models.flatMap((model) => rowsOf(model, stages));
  const ids = new Set(rows.map(({ id }) => id));
  return [...rows, ...stages.filter(({ id }) => !ids.has(id)).map((stage) => ({ id: stage.id, stage }))];
}

function rowsOf(model: Documented, stages: readonly Stage[]): { readonly id: string }[] {
  const own = stages.filter(({ id }) => familyOf(id) === familyOf(model.name));
  const ids = [...new Set([...idsOf(model), ...own.map(({ id }) => id)])];
  if (ids.length === 0) return [{ ...model, ...{ id: idOf(model.name), isNameOnly: true } }];
  return ids.map((id) => ({ ...model, ...{ id, stage: own.find((stage) => stage.id === id) ?? own[0] } }));
}

/** The ids that the overview has for a model, and the one that its name tells. */
export const idsOf = ({ id, alias, name }: Documented): string[] => {
  const ids = [id, alias, isIdOf(name) ? idOf(name) : undefined];
  return [...new Set(ids.filter((one): one is string => /^[a-z][\w.-]*$/.test(one ?? '')))];
};
