import { agree } from './agree.js';
import { namesDay } from './dates.js';
import type { ModelName } from './name.js';
import { isFamilyRow, type Guard, type Priced } from './strategy.js';

/**
 * Dates name snapshots. Different dates never match; where one side has none, the other's must be the snapshot that the
 * undated name denotes, and that must follow from the list rather than be assumed.
 */
export const date: Guard = {
  name: 'date',
  objection: (model, price) => {
    const other = price.name.date;
    if (model.date === null && other === null) return null;
    if (price.isByPath && (model.date === null) !== (other === null))
      return 'at a seller of many upstreams, a name with a date and one without are two offers';
    if (price.movedFrom.has(model.date ?? other ?? ''))
      if (model.date === null || other === null) return 'a seller prices this snapshot otherwise than the undated name';
    if (model.date === null) return datedRow(price, other ?? '');
    if (other === null) return datedId(model, model.date, price);
    return sameDay(model.date, other) ? null : `dated ${spelled(model.date)}, the row ${spelled(other)}`;
  },
};

const spelled = (text: string): string => text.replace(/^--/, '');
const sameDay = (a: string, b: string): boolean =>
  a === b || (a.startsWith('--') && b.endsWith(a.slice(1))) || (b.startsWith('--') && a.endsWith(b.slice(1)));

/** An undated alias takes a dated row if the date is a snapshot's and the alias names a version: others move on. */
function datedRow(price: Priced, rowDate: string): string | null {
  if (price.name.words.includes('preview')) return 'a preview without a date may be a later one than that of the row';
  if (!namesDay(rowDate)) return `the row is dated ${spelled(rowDate)}, which names no single snapshot`;
  if (rowDate.startsWith('--') && price.name.vendor !== null)
    return 'at a gateway, an undated name may be the first release';
  return price.name.versions.length > 0 ? null : 'a name without a version may denote another snapshot by now';
}

/** A dated id takes an undated row if the row stands for its snapshots, or if the undated name can denote only this one. */
function datedId(model: ModelName, day: string, price: Priced): string | null {
  if (isFamilyRow(price)) return null;
  const own = price.snapshots.get(day) ?? [];
  const pricedAlike = own.some((row) => agree(row.cost, price.row.cost));
  const others = [...price.snapshots].filter(([other]) => other !== day).flatMap(([, rows]) => rows);
  if (own.length > 0 && !pricedAlike && others.some((row) => agree(row.cost, price.row.cost))) {
    return 'the row has the price of another snapshot';
  }
  if (price.name.vendor !== null && price.name.versions.length === 0)
    return 'at a gateway, a name without version and date may be another release';
  if (day.startsWith('--'))
    return pricedAlike ? null : 'a day without a year, and the undated name may be the first release';
  if (price.name.versions.length === 0 && (price.name.latest || price.lineVersions.size > 0)) {
    return 'a name without a version has moved on since';
  }
  return price.name.versions.length > 0 && namesDay(day) ? wholeDate(day, price) : looseDate(model, others.length);
}

/** A version in the name holds the alias to that version: only other snapshots of it could be meant. */
function wholeDate(day: string, price: Priced): string | null {
  if ([...price.ownDates].some((other) => other !== day)) return 'the provider lists other snapshots of this name';
  return [...price.snapshots.keys()].some((other) => other > day) ? 'a newer snapshot of this name is known' : null;
}

/** A month, or any date of a name without a version: right only for what is not known to have had another release. */
function looseDate({ sizes }: ModelName, others: number): string | null {
  if (sizes.length > 0) return 'undated weights are the first release';
  return others > 0 ? 'other snapshots of this name are known' : null;
}
