import type { Draft } from '../../model/draft.js';
import { goodsDraft } from '../parse/goodsDraft.js';
import { goodsIn } from '../parse/goodsIn.js';
import { madePrice } from '../parse/madePrice.js';
import { saysFree, shownPrice } from '../parse/shownPrice.js';
import { label, type Table } from '../parse/tables.js';

/** The models that are paid by what they make, and what their section says that its prices are for, where the cell does not. */
export const goodsRows = (tables: readonly Table[], body: string) =>
  goodsIn(tables)
    .filter(({ price }) => price !== '')
    .map(({ model, section, price }) => {
      const [name = ''] = model.split('\n');
      // The ids are the names in lower case, as for all of this provider's models.
      return { id: name.toLowerCase(), name, section, price, unit: unitOf(body, section) };
    });

/** "Prices per image." under the heading of a section. */
function unitOf(body: string, section: string): string {
  const parts = body.split(/^#{1,6}\s+/m).find((part) => label(part.split('\n')[0] ?? '') === section) ?? '';
  return /\bprices? (?:are )?per ([\w ]{1,60})[.\n]/i.exec(parts)?.[1]?.toLowerCase() ?? '';
}

type Row = { readonly [field in 'id' | 'name' | 'section' | 'price' | 'unit']: string | null };

/** A price per video is that of a request, which makes one; tokens of no said direction are no price. */
export function goodsModel({ id, name, section, price, unit }: Row): Draft {
  const isVideo = /^videos?$/.test(unit ?? '') && shownPrice(price) !== null && !/\/|\bper\b/.test(price ?? '');
  return {
    id: id ?? '',
    name,
    ownedBy: 'zai',
    ...goodsDraft({ section, price, unit }),
    ...(isVideo && { cost: madePrice('video', shownPrice(price)), issues: [] }),
    ...(saysFree(price) && { priceStatus: 'free', cost: { perRequest: 0 } }),
  };
}
