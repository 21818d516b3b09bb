import { stringify } from 'csv-stringify/sync';
import type { Surroundings } from '../command.js';
import { usageError } from '../failure.js';
import type { Format } from '../formats.js';
import { printable } from '../printable.js';
import { tell, tellJson, tellLines } from '../tell.js';
import { type Cell, grid } from './grid.js';
import { markdownTable } from './markdownTable.js';

/** A column of rows that are shown. */
export interface Column<Row> {
  /** For people. */
  readonly head: string;
  readonly cell: (row: Row) => Cell;
  readonly isNumber?: boolean;
  readonly isPicture?: boolean;
  /** Left out where the terminal has no room for it, the lowest first; none where it always stays. */
  readonly givesWay?: number;
}

/** A column of CSV: its name for programs, with the unit of a number that has one. */
export interface CsvColumn<Row> {
  readonly name: string;
  readonly value: (row: Row) => string | number | boolean | null;
}

/** How rows of a kind are shown. */
export interface Shown<Row> {
  readonly columns: readonly Column<Row>[];
  readonly csv: readonly CsvColumn<Row>[];
  /** For programs; USD per 1K tokens, as everywhere in the data. */
  readonly json: (row: Row) => unknown;
  /** What JSON as one document is; default the list of rows. */
  readonly document?: (rows: readonly unknown[]) => unknown;
}

/** The format that the options name; `--json` is `--format json`. */
export function formatOf({ json, format }: { json?: boolean; format?: Format }): Format {
  if (json && format !== undefined && format !== 'json')
    throw usageError(`--json is --format json: leave out --json or --format ${format}`);
  return json ? 'json' : (format ?? 'table');
}

/** How many tokens the prices in a format are for: people say them per 1M, data has them per 1K. */
export const unitOf = (format: Format): '1K' | '1M' => (format === 'json' || format === 'jsonl' ? '1K' : '1M');

/** Writes rows to stdout. */
export function showRows<Row>(
  rows: readonly Row[],
  format: Format,
  { columns, csv, json, document = (all) => all }: Shown<Row>,
  { stdout }: Pick<Surroundings, 'stdout'>,
): void {
  const cells = () => rows.map((row) => columns.map(({ cell }) => cell(row)));
  const head = columns.map((column) => column.head);
  const numbers = columns.flatMap(({ isNumber }, i) => (isNumber ? [i] : []));
  const pictures = columns.flatMap(({ isPicture }, i) => (isPicture ? [i] : []));
  if (format === 'json') tellJson(stdout, document(rows.map(json)));
  else if (format === 'jsonl')
    tellLines(
      stdout,
      rows.map((row) => JSON.stringify(json(row))),
    );
  else if (format === 'csv') tellLines(stdout, csvLines(rows, csv));
  else if (format === 'md') tell(stdout, ...markdownTable(head, cells(), numbers));
  else tell(stdout, ...grid(head, cells(), { columns: stdout.columns, numbers, pictures, giveWay: giveWay(columns) }));
}

const giveWay = <Row>(columns: Shown<Row>['columns']): string[] =>
  columns
    .filter(({ givesWay }) => givesWay !== undefined)
    .sort((a, b) => (a.givesWay ?? 0) - (b.givesWay ?? 0))
    .map(({ head }) => head);

/** Lines by RFC 4180, a row each; a cell that a spreadsheet would take for a formula has an apostrophe before it. */
function csvLines<Row>(rows: readonly Row[], columns: readonly CsvColumn<Row>[]): string[] {
  const cellOf = (value: string | number | boolean | null) =>
    typeof value === 'string' ? printable(value) : typeof value === 'boolean' ? String(value) : value;
  const table = rows.map((row) => columns.map(({ value }) => cellOf(value(row))));
  const text = stringify([columns.map(({ name }) => name), ...table], { escape_formulas: true });
  return text.replace(/\n$/, '').split('\n');
}
