import type { Draft } from '../../model/draft.js';
import type { CostField, Tier } from '../../model/model.js';
import { markdownTables } from '../parse/markdown.js';
import { perMillion, scaled, stated } from '../parse/money.js';
import { shapeError } from '../parse/shapeError.js';
import { type Cell, cellOf, column, label, type Table } from '../parse/tables.js';
import { tokens } from '../parse/tokens.js';
import { variantPrices } from '../parse/variants.js';

/** A price of a model as the page shows it. */
export interface Shown {
  readonly id: string;
  readonly field: CostField;
  readonly price: string;
  /** standard, batch, flex, priority, fast … */
  readonly tier: string;
  readonly contextAbove: number | null;
  readonly variant: string;
  /** Which table of the page it stands in. */
  readonly table: number;
}

/** Prompts longer than this cost more, where the page has a column for long ones and the model's row names no other size. */
const longContext = 272_000;

const tiers = 'standard|batch|flex|priority|fast|scale';
const model = /^model( id| name)?$/;

/**
 * The prices of the page, in its order. Tables of one tier stand under a heading that names it ("Batch pricing data")
 * or below a paragraph that does and is here made a heading ("Batch", then "Grouped Pricing Table data").
 */
export function shownPrices(body: string): Shown[] {
  const tables = markdownTables(
    body
      .replaceAll(/^#{3,5}(?= .*\bdata\s*$)/gim, '####')
      .replaceAll(new RegExp(String.raw`^\s*\**(${tiers})\**\s*$`, 'gim'), '\n### $1\n'),
  );
  const prices = tables.flatMap((table, i) =>
    readerOf(table)(table).map((price): Shown => ({
      contextAbove: null,
      variant: '',
      ...price,
      tier: tierOf(table),
      table: i,
    })),
  );
  if (prices.length === 0) throw shapeError('no table with the columns model and input');
  return prices.filter(({ id }) => id !== '');
}

type Reading = Pick<Shown, 'id' | 'field' | 'price'> & Partial<Shown>;

/** How a table is to be read, by its columns; prices of training and of tools are not a model's. */
function readerOf(table: Table): (table: Table) => Reading[] {
  const has = (...names: RegExp[]) => names.every((name) => column(table, name) >= 0);
  if (!has(model) || has(/train/)) return () => [];
  if (has(/^modality/, /^input/)) return modalityPrices;
  if (has(/^price per second/)) return secondPrices;
  return has(/^(short context )?input$/) && !has(/^(quality|size)/) ? tokenPrices : () => [];
}

const tierOf = ({ headings }: Table): string =>
  headings.flatMap((heading) => new RegExp(String.raw`^(${tiers})\b`).exec(label(heading))?.[1] ?? []).at(-1) ??
  'standard';

const columns: readonly (readonly [CostField, RegExp, isLong: boolean])[] = [
  ['input', /^(short context )?input$/, false],
  ['cacheRead', /^(short context )?cached input$/, false],
  ['cacheWrite', /^(short context )?cache writes?$/, false],
  ['output', /^(short context )?output$/, false],
  ['input', /^long context input$/, true],
  ['cacheRead', /^long context cached input$/, true],
  ['cacheWrite', /^long context cache writes?$/, true],
  ['output', /^long context output$/, true],
];

function tokenPrices(table: Table): Reading[] {
  return table.rows.flatMap((row) => {
    const { id, size, isLong } = named(row[column(table, model)]);
    return columns.map(([field, name, isLongColumn]) => ({
      id,
      field,
      price: cellOf(table, row, name).text,
      contextAbove: isLong || isLongColumn ? (size ?? longContext) : null,
    }));
  });
}

const byModality: Readonly<Record<string, readonly [CostField, CostField | null, CostField]>> = {
  text: ['input', 'cacheRead', 'output'],
  audio: ['inputAudio', null, 'outputAudio'],
  image: ['inputImage', null, 'outputImage'],
};

/** A row for each modality of a model; what is not per 1M tokens says so in its cell. */
function modalityPrices(table: Table): Reading[] {
  return table.rows.flatMap((row) => {
    const { id } = named(row[column(table, model)]);
    const fields = byModality[label(cellOf(table, row, /^modality/).text)] ?? [];
    const cells = [/^input/, /^cached input/, /^output/].map((name) => cellOf(table, row, name).text);
    const timed = cells
      .filter((price) => /(\/|per) *min/i.test(price))
      .map((price) => ({ id, field: 'perSecond' as const, price }));
    return [...fields.flatMap((field, i) => (field ? [{ id, field, price: cells[i] ?? '' }] : [])), ...timed];
  });
}

const secondPrices = (table: Table): Reading[] =>
  table.rows.map((row) => ({
    id: named(row[column(table, model)]).id,
    field: 'perSecond' as const,
    price: cellOf(table, row, /^price per second/).text,
    variant: cellOf(table, row, /^(size|quality|resolution)/).text,
  }));

/** "gpt-5.5 (<272K context length)" -> the id, and the size where prompts get long. */
function named(cell: Cell | undefined): { id: string; size: number | null; isLong: boolean } {
  const [id = '', suffix = ''] = (cell?.text ?? '').split(/\s*\(/);
  return { id: id.trim(), size: tokens(suffix), isLong: /^\s*(>|≥|&gt;|over|above)/i.test(suffix) };
}

type Prices = { [field in CostField]?: number | null };

/** The prices under one condition. */
interface Kind {
  readonly when: Tier['when'];
  readonly table: number;
  readonly cost: Prices;
}

/** What the prices of one model say together. Of each kind the first table counts: where tiers lose their names, the standard one leads. */
export function priceOf(prices: readonly Shown[]): Pick<Draft, 'cost' | 'tiers'> {
  const found = new Map<string, Kind>();
  for (const { field, tier, contextAbove, price, table } of prices.filter(({ variant }) => variant === '')) {
    const when = { ...(contextAbove !== null && { contextAbove }), ...(tier !== 'standard' && { serviceTier: tier }) };
    const key = JSON.stringify(when);
    const amount = amountOf(price, field);
    if (amount === null) continue;
    const kind: Kind = found.get(key) ?? { when, table, cost: {} };
    if (kind.table === table) kind.cost[field] ??= amount;
    found.set(key, kind);
  }
  const seconds = variantPrices(
    'perSecond',
    prices
      .filter(({ variant, tier }) => variant !== '' && tier === 'standard')
      .map(({ variant, price }) => ({ variant, price: amountOf(price, 'perSecond') })),
  );
  const conditional = [...found].flatMap(([key, { when, cost }]) =>
    key === '{}' ? [] : [{ when, cost: stated(cost) }],
  );
  return {
    cost: { ...found.get('{}')?.cost, ...(seconds.base !== null && { perSecond: seconds.base }) },
    tiers: [...conditional, ...seconds.tiers],
  };
}

/** "$5.00", "$1 / 1M tokens"; "-" and other units ("$0.034 / minute") are none. */
function amountOf(cell: string, field: CostField): number | null {
  const [, price, unit = ''] = /^\s*\$\s*(\d[\d,]*\.?\d*|\.\d+)\s*(?:(?:\/|per)\s*(.*?))?[\s*†‡]*$/i.exec(cell) ?? [];
  const quoted = price?.replaceAll(',', '');
  if (field === 'perSecond' && /^min(ute)?\b/i.test(unit)) return scaled(quoted, 1, 60);
  if (field === 'perSecond') return unit === '' || /^s(ec(ond)?)?\b/i.test(unit) ? scaled(quoted, 1) : null;
  return unit === '' || /^(1?m|million|1,000,000) ?(tok|$)/i.test(unit) ? perMillion(quoted) : null;
}
