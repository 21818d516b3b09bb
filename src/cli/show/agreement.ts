import type { Answer } from '../../book/priceBook.js';
import type { CostField } from '../../model/cost.js';
import { pricesIn, shown } from '../../settle/prices.js';
import type { Witness } from '../../settle/testify.js';
import { bar } from './bar.js';
import { cut, padded } from './cut.js';
import type { Marks } from './marks.js';
import { scaleOf } from './scale.js';

const widestBar = 20;
const narrowestBar = 5;
/** More fields say no more of who differs. */
const mostFields = 2;

/**
 * Who agrees on a price, as a picture of lines: how many of the witnesses, and for the first fields of which they say
 * different things a bar each; at most `columns` wide. Nothing where nobody or one alone speaks.
 */
export function agreementLines(
  { witnesses, pricing }: Pick<Answer, 'witnesses' | 'pricing'>,
  marks: Marks,
  columns = Infinity,
): string[] {
  const each = witnesses.filter((one, i) => witnesses.findIndex(({ witness }) => witness === one.witness) === i);
  if (each.length < 2) return [];
  const agreeing = each.filter(({ witness }) => witness === pricing.source || pricing.agree.includes(witness)).length;
  const says = ` ${agreeing} of ${each.length} witnesses`;
  const cells = cellsBeside('agreement: '.length + says.length, columns);
  const full = bar(agreeing / each.length, cells, marks);
  const head = `agreement: ${full}${marks.empty.repeat(cells - full.length)}${says}`;
  const fields = new Set(each.flatMap(({ stated }) => pricesIn(stated).map(([field]) => field)));
  const pricesOf = (field: CostField): number[] => each.flatMap(({ stated }) => stated[field] ?? []);
  const unlike = [...fields].filter((field) => new Set(pricesOf(field)).size > 1);
  return [
    ...(pricing.source === null ? [] : [head]),
    ...unlike
      .slice(0, mostFields)
      .flatMap((field) => [
        `${field}, ${scaleOf(pricesOf(field).filter((price) => price > 0)).name}:`,
        ...chart(each, field, { pricing, marks, columns }),
      ]),
  ].map((line) => cut(line, columns, marks.cut));
}

interface Drawing {
  readonly pricing: Answer['pricing'];
  readonly marks: Marks;
  readonly columns: number;
}

const cellsBeside = (words: number, columns: number): number =>
  Math.min(widestBar, Math.max(narrowestBar, columns - words));

function chart(each: readonly Witness[], field: CostField, { pricing, marks, columns }: Drawing): string[] {
  const rows = each.flatMap((one) => {
    const price = one.stated[field];
    return typeof price === 'number' ? [{ name: one.witness, price, says: saysOf(one, field, price, pricing) }] : [];
  });
  const { share } = scaleOf(rows.map(({ price }) => price).filter((price) => price > 0));
  const width = Math.max(...rows.map(({ name }) => name.length));
  const cells = cellsBeside(width + Math.max(...rows.map(({ says }) => says.length)) + '    '.length + 1, columns);
  return rows.map(({ name, price, says }) => {
    const drawn = price > 0 ? `${bar(share(price), cells, marks)} ` : '';
    return `  ${padded(name, width)}  ${drawn}${says}`;
  });
}

const saysOf = (one: Witness, field: CostField, price: number, pricing: Answer['pricing']): string => {
  const role = roleOf(one, pricing);
  return `${shown(field, price)}${role === undefined ? '' : ` (${role})`}`;
};

/** What a witness is to the price; of one that does not count, the first reason. */
function roleOf({ witness, doubt, broken }: Witness, { source, agree, differ }: Answer['pricing']): string | undefined {
  if (witness === source) return 'taken';
  if (agree.includes(witness)) return 'agrees';
  return differ.some((one) => one.witness === witness) ? 'differs' : (doubt ?? broken[0])?.code;
}
