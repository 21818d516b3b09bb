import type { Draft } from '../../model/draft.js';
import type { Mode } from '../../model/model.js';
import { cellPrice } from '../parse/cellPrice.js';
import { scaled } from '../parse/money.js';
import { shownPrice } from '../parse/shownPrice.js';
import { cellOf, label, type Table, tablesWith } from '../parse/tables.js';

/** A model that is paid by what it makes, in the page's words. */
export interface Goods {
  readonly id: string;
  readonly name: string;
  readonly section: string;
  readonly price: string;
  /** What the section says that its prices are for, where the cell does not. */
  readonly unit: string;
}

/** The rows of the tables of images, videos and speech: one price column, its unit in the cell or above the table. */
export function goodsIn(tables: readonly Table[], body: string): Goods[] {
  return tablesWith(tables, /^model$/, /^price$/).flatMap((table) => {
    const section = table.headings.at(-1) ?? '';
    const unit = unitOf(body, section);
    return table.rows.map((cells) => {
      const name = cellOf(table, cells, /^model$/).text.split('\n')[0] ?? '';
      const price = cellOf(table, cells, /^price$/).text;
      // The ids are the names in lower case, as for all of this provider's models.
      return { id: name.toLowerCase(), name, section: label(section), price, unit };
    });
  });
}

/** "Prices per image." under the heading of a section. */
function unitOf(body: string, section: string): string {
  const parts = body.split(/^#{1,6}\s+/m).find((part) => part.startsWith(`${section}\n`)) ?? '';
  return /\bprices? (?:are )?per ([\w ]+?)[.\n]/i.exec(parts)?.[1]?.toLowerCase() ?? '';
}

const modes: readonly (readonly [RegExp, Mode])[] = [
  [/\bimage\b/, 'image'],
  [/\bvideo\b/, 'video'],
];

/** A price per video is that of a request, which makes one; tokens of no said direction are no price. */
export function goodsDraft({ id, name, section, price, unit }: { [field in keyof Goods]: string | null }): Draft {
  const isVideo = /^videos?$/.test(unit ?? '') && !/\/|\bper\b/.test(price ?? '');
  const cost = isVideo ? { perRequest: scaled(shownPrice(price), 1) } : cellPrice(price, unit ?? '');
  const isRead = Object.values(cost).some((value) => typeof value === 'number');
  return {
    id: id ?? '',
    name,
    ownedBy: 'zai',
    mode: modes.find(([word]) => word.test(section ?? ''))?.[1] ?? null,
    cost,
    issues: isRead || !price?.includes('$') ? [] : [{ code: 'unread-price', detail: `${price} ${unit ?? ''}`.trim() }],
    ...(/^free$/i.test(price ?? '') && { priceStatus: 'free' as const, cost: { perRequest: 0 } }),
  };
}
