import type { CostField } from '../../model/cost.js';
import type { Modality, Mode } from '../../model/model.js';
import { markdownTables } from '../parse/markdown.js';
import { notEmpty } from '../parse/notEmpty.js';
import { type Cell, cellOf, column, label, type Table } from '../parse/tables.js';
import { tokens } from '../parse/tokens.js';
import { modeOf, tierOf, withTitles } from './headings.js';

/** A price of a model as the page shows it. */
export interface Shown {
  readonly id: string;
  /** What the number is per, where its cell names no unit: a token of this field, or a unit in words. */
  readonly column: Column;
  readonly price: string;
  /** standard, batch, flex, priority, fast, or a level nobody knows in its own words. */
  readonly tier: string;
  readonly contextAbove: number | null;
  /** Size of a video, words behind the name. */
  readonly variant: string;
  /** Which table of the page it stands in. */
  readonly table: number;
  readonly mode: Mode | null;
  readonly modality: Modality | null;
}

/** `estimate` is the price of a minute that a model costs which has prices per token. */
export interface Column {
  readonly title: string;
  readonly field: CostField | null;
  readonly unit: string | null;
  readonly isLong: boolean;
  readonly isEstimate: boolean;
}

/** Prompts longer than this cost more, where the page has a column for long ones and the model's row names no other size. */
const longContext = 272_000;

const model = /^model( id| name)?$/;

/** The prices of the page, in its order. */
export function shownPrices(body: string): Shown[] {
  const prices = markdownTables(withTitles(body)).flatMap(pricesIn);
  return notEmpty(prices, 'no table with the columns model and input');
}

/** The prices of a table with models; those of training and of tools are not a model's. */
function pricesIn(table: Table, index: number): Shown[] {
  if (column(table, model) < 0 || column(table, /train/) >= 0) return [];
  const columns = table.header.map((title) => columnOf(label(title)));
  if (columns.every((one) => !one || (one.field ?? one.unit) === null)) return [];
  const sizes = column(table, /^(size|quality|resolution)/);
  return table.rows.flatMap((row) => {
    const { id, size, isLong, condition } = named(row[column(table, model)]);
    const modality = modalityIn(cellOf(table, row, /^modality/).text);
    const mode = modeOf(table, cellOf(table, row, /^(category|use case)/).text);
    const variant = [row[sizes]?.text, condition].filter(Boolean).join(' ');
    return columns.flatMap((one, i): Shown[] => {
      if (!one || id === '' || (isCached(one) && modality !== null && modality !== 'text')) return [];
      return [
        {
          ...{ id, price: row[i]?.text ?? '', table: index, tier: tierOf(table), mode, modality, variant },
          column: modality ? ofModality(one, modality) : one,
          contextAbove: isLong || one.isLong ? (size ?? longContext) : null,
        },
      ];
    });
  });
}

const fields: readonly (readonly [RegExp, CostField])[] = [
  [/^input$/, 'input'],
  [/^cached input$/, 'cacheRead'],
  [/^cache writes?$/, 'cacheWrite'],
  [/^output$/, 'output'],
];

/** Columns of words. */
const words =
  /^(model|category|use case|modality|size|quality|resolution|portrait|landscape|details|description|notes?)/;

/** What a column holds; one nobody knows has neither field nor unit, so that its prices are told to be unread. */
function columnOf(title: string): Column | undefined {
  if (words.test(title)) return undefined;
  const isLong = title.startsWith('long context ');
  const plain = title.replace(/^(short|long) context /, '').replace(/ \/ cost$/, '');
  const unit =
    /^(?:price|cost) (?:per|\/) (.+)$/.exec(plain)?.[1] ?? (/^(estimated )?(cost|price)$/.test(plain) ? '' : null);
  const field = fields.find(([name]) => name.test(plain))?.[1] ?? null;
  return { title, field, unit, isLong, isEstimate: title.startsWith('estimated') };
}

const modalityIn = (text: string): Modality | null =>
  (['text', 'image', 'audio', 'video'] as const).find((kind) => label(text) === kind) ?? null;

/** What is cached of sounds and images is neither the cached text's price nor another field's. */
const isCached = ({ field }: Column): boolean => field === 'cacheRead' || field === 'cacheWrite';

function ofModality(one: Column, modality: Modality): Column {
  const { field } = one;
  if (modality === 'text' || (field !== 'input' && field !== 'output')) return one;
  if (modality === 'audio') return { ...one, field: `${field}Audio` };
  return { ...one, field: modality === 'image' ? `${field}Image` : null };
}

/** "gpt-5.5 (<272K context length)" -> the id, and the size where prompts get long; "gpt-x (legacy)" -> a condition. */
function named(cell: Cell | undefined): { id: string; size: number | null; isLong: boolean; condition: string } {
  const [id = '', suffix = ''] = (cell?.text ?? '').split('(');
  const isSize = /context|tokens|^\s*[<>≤≥]/i.test(suffix);
  return {
    id: idOf(id.trim()),
    size: isSize ? tokens(suffix) : null,
    isLong: /^\s*(>|≥|&gt;|over|above)/i.test(suffix),
    condition: isSize ? '' : suffix.replace(/\)\s*$/, '').trim(),
  };
}

/** The page calls whisper-1 by its name for people. */
const idOf = (name: string): string => (name.toLowerCase() === 'whisper' ? 'whisper-1' : name);
