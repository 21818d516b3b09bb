import { dollars } from '../parse/money.js';
import { type Cell, isUnder, label, type Table } from '../parse/tables.js';
import { tokens } from '../parse/tokens.js';

/** One line of a table: a model's price in a region, a mode and a range of prompt lengths; amounts as in the page. */
export interface PriceLine {
  /** '' where the cell holds no id. */
  readonly id: string;
  /** The snapshot that the cell says the id stands for at present. */
  readonly snapshot: string | null;
  readonly scope: string;
  readonly mode: string;
  readonly from: number;
  readonly upTo: number | null;
  readonly input: string | null;
  readonly output: string | null;
  /** What the answer costs with thinking, where a column of its own says so; '-' where it is not offered. */
  readonly thinking: string | null;
  /** How many tokens an amount is for. */
  readonly per: number;
  /** Cells of prices that name another unit than the column. */
  readonly unread: readonly string[];
  readonly openSource: boolean;
  readonly isYuan: boolean;
}

/** The header's cells with those of its second row, if it has one: it is told by the column that spans both. */
function withWholeHeader(table: Table): Table {
  const [first, ...rest] = table.rows;
  if (!first) return table;
  const isTitle = table.header.length > 1 && new Set(table.header).size === 1;
  if (isTitle) return withWholeHeader({ ...table, header: first.map(({ text }) => text), rows: rest });
  const at = table.header.findIndex((title) => isModel(label(title)));
  if (at < 0 || label(first[at]?.text ?? '') !== label(table.header[at] ?? '')) return table;
  const header = table.header.map((title, i) => [...new Set([title, first[i]?.text ?? ''])].join(' '));
  return withWholeHeader({ ...table, header, rows: rest });
}

const isModel = (title: string): boolean => /^model\b/.test(title);

/** The columns of a table with prices per token, by the beginnings of their labels; undefined for any other table. */
function columnsOf({ header }: Table) {
  const titles = header.map(label);
  const all = (matches: (title: string) => boolean) => titles.flatMap((title, i) => (matches(title) ? [i] : []));
  const outputs = all((title) => /^output (price|cost)/.test(title));
  const thinks = (i: number) => /(?<!non )\bthinking\b/.test(titles[i]?.replace(/\bnon thinking and\b/, 'non') ?? '');
  const [input, ...moreInputs] = all((title) => /^input (price|cost)/.test(title));
  const [output, ...moreOutputs] = outputs.filter((i) => !thinks(i));
  const [model] = all(isModel);
  const per = perTokens(header[input ?? -1] ?? '', titles);
  if (model === undefined || input === undefined || per === null) return undefined;
  if (moreInputs.length > 0 || moreOutputs.length > 0) return undefined;
  return {
    model,
    input,
    output,
    per,
    thinking: outputs.find(thinks),
    scope: all((title) => /^(deployment|scope|region)/.test(title))[0],
    mode: all((title) => /^mode\b/.test(title))[0],
    range: all((title) => /tokens per request|token range/.test(title))[0],
  };
}

/** "per 1 million tokens" -> 1,000,000; a price without a unit is per million where the header counts tokens at all. */
function perTokens(title: string, titles: readonly string[]): number | null {
  const found = /per\s{1,4}([\d,]{1,20})?\s{0,4}(million|thousand|m|k)?\s{0,4}(?:input |output )?tokens?/i.exec(title);
  if (found) {
    const [, number = '1', scale = ''] = found;
    return (
      Number(number.replaceAll(',', '')) * ({ million: 1e6, m: 1e6, thousand: 1e3, k: 1e3 }[scale.toLowerCase()] ?? 1)
    );
  }
  const another = /\b(per|second|minute|hour|image|picture|character|page|call|request)s?\b/.test(label(title));
  return !another && titles.some((other) => /\btokens?\b/.test(other)) ? 1e6 : null;
}

/** The lines of a table with prices per token; undefined for any other table. */
export function priceLines(shown: Table): PriceLine[] | undefined {
  const table = withWholeHeader(shown);
  const columns = columnsOf(table);
  if (!columns) return undefined;
  const openSource = isUnder(table, /open source/) && !isUnder(table, /\bother\b/);
  const isModelLine = (cells: readonly Cell[]) =>
    new Set(cells.map(({ text }) => text)).size > 1 && !isModel(label(cells[columns.model]?.text ?? ''));
  return table.rows.filter(isModelLine).flatMap((cells) => {
    const at = (i: number | undefined): string => (i === undefined ? '' : (cells[i]?.text ?? ''));
    const thinking = at(columns.thinking);
    const line = {
      id: idIn(at(columns.model)),
      snapshot: /\bequivalent to\s+([\w.:-]*\w)/i.exec(at(columns.model))?.[1] ?? null,
      mode: at(columns.mode),
      ...rangeOf(at(columns.range)),
      input: amountIn(at(columns.input)),
      output: amountIn(at(columns.output)),
      unread: [at(columns.input), at(columns.output)].filter(hasOtherUnit),
      thinking: amountIn(thinking) ?? (/^[-–—]$/.test(thinking) ? '-' : null),
      per: columns.per,
      openSource,
      isYuan: /[¥￥]|\b(CNY|RMB|yuan)\b/i.test(at(columns.input)),
    };
    return scopesIn(at(columns.scope)).map((scope) => ({ ...line, scope }));
  });
}

/** The list price stands right behind the dollar sign; what promotions say follows without one. */
const amountIn = (text: string): string | null => (hasOtherUnit(text) ? null : (dollars(text)[0] ?? null));

/** "$3 / image" in a column of tokens. */
const hasOtherUnit = (text: string): boolean => /\$\s*[\d.,]+\s*(?:\/|per\b)(?![^$]*\btokens?\b)\s*[\w]/i.test(text);

/** The id is the cell's first paragraph, notes follow. */
export const idIn = (text: string): string =>
  /^[a-z0-9][\w.:/-]*(?=\s|\(|$)/i.exec(text.split('\n')[0] ?? '')?.[0] ?? '';

export const scopesIn = (text: string): string[] => {
  const scopes = text.split(/[\n,/]/).flatMap((scope) => scope.trim() || []);
  return scopes.length > 0 ? scopes : [''];
};

/** "32K<Token≤128K", "0-32K", "≤128K", "Token>256K" -> the prompt lengths that a price is for. */
export function rangeOf(text: string): { from: number; upTo: number | null } {
  const words = text.toLowerCase().replaceAll(/\s+|input|tokens?/g, (found) => (found.startsWith('token') ? 't' : ''));
  const number = String.raw`(\d[\d,.]*[km]?)`;
  const from = new RegExp(`^\\(?${number}(?:<|≤|[-–~])|t>=?${number}|^>=?${number}`).exec(words);
  const upTo = new RegExp(`(?:t<=?|t≤|^≤|^<=?|\\d[km]?[-–~])${number}`).exec(words);
  return { from: tokens(from?.slice(1).find(Boolean)) ?? 0, upTo: tokens(upTo?.[1]) };
}
