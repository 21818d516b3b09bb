import type { Draft } from '../../model/draft.js';
import type { Mode } from '../../model/model.js';
import { cellPrice } from '../parse/cellPrice.js';
import { perMillion } from '../parse/money.js';
import { isPerMillion, shownPrice } from '../parse/shownPrice.js';
import { cellOf, label, type Table, tablesWith } from '../parse/tables.js';

/** A model that is paid by what it makes, with the section that it stands in; a cell names its unit. */
export interface Goods {
  readonly id: string;
  readonly section: string;
  readonly price: string;
  readonly input: string;
  readonly output: string;
  /** Tells these rows from those of the text models. */
  readonly isGoods: true;
}

const labels = { model: /^model\b/, price: /^price$/, input: /^input price$/, output: /^output price$/ };

/** The rows of the tables of speech, video and images whose first word is an id: one with a version. */
export const goodsIn = (tables: readonly Table[]): Goods[] =>
  [...tablesWith(tables, labels.model, labels.price), ...tablesWith(tables, labels.model, labels.input)].flatMap(
    (table) =>
      table.rows.flatMap((cells) => {
        const show = (title: RegExp) => cellOf(table, cells, title).text;
        const id = show(labels.model);
        const section = label(table.headings.at(-1) ?? '');
        const prices = { price: show(labels.price), input: show(labels.input), output: show(labels.output) };
        return /^[a-z][\w.-]*\d[\w.-]*$/i.test(id) ? [{ id, section, ...prices, isGoods: true }] : [];
      }),
  );

const modes: readonly (readonly [RegExp, Mode])[] = [
  [/image/, 'image'],
  [/video/, 'video'],
  [/audio|speech/, 'speech'],
];

const perToken = (cell: string | null) => (isPerMillion(cell) ? perMillion(shownPrice(cell)) : null);

/** What the row of such a table says. */
export function goodsDraft({
  id,
  section,
  price,
  input,
  output,
}: { [cell in Exclude<keyof Goods, 'isGoods'>]: string | null }): Draft {
  const cost = { ...cellPrice(price), input: perToken(input), output: perToken(output) };
  const isRead = Object.values(cost).some((value) => typeof value === 'number');
  const shown = [price, input, output].filter(Boolean).join(', ');
  return {
    id: id ?? '',
    ownedBy: 'minimax',
    mode: modes.find(([word]) => word.test(section ?? ''))?.[1] ?? 'other',
    cost,
    issues: isRead || !shown.includes('$') ? [] : [{ code: 'unread-price', detail: shown }],
  };
}
