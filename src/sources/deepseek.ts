import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Modality, Tier } from '../model/model.js';
import type { Page } from '../model/page.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { openaiList } from './openaiList.js';
import { id, part, text, texts } from './parse/fields.js';
import { htmlTables } from './parse/html.js';
import { attachable } from './parse/modalities.js';
import { dollars, perMillion, stated } from './parse/money.js';
import { shapeError } from './parse/shapeError.js';
import { isPerMillion } from './parse/shownPrice.js';
import { type Cell, label, type Table } from './parse/tables.js';
import { tokens } from './parse/tokens.js';

const prices = { input: text, output: text, cacheRead: text };

const row = z.looseObject({
  id,
  version: text,
  thinking: text,
  context: text,
  output: text,
  tools: text,
  price: part(prices),
  peak: part(prices),
  peakHours: texts,
});
type Row = z.infer<typeof row>;

/**
 * DeepSeek: GET /models (key; ids only) and the pricing page, one HTML table with the models as columns, USD per 1M
 * tokens. Where prices have two bands the off-peak one, 17 of 24 hours, is the price; the peak hours are tiers.
 * Evidence: API bodies of August 2025 and February 2026; the page of August 2026 and of December 2025, as excerpts.
 */
export const deepseek = defineSource({
  id: 'deepseek',
  name: 'DeepSeek',
  docs: 'https://api-docs.deepseek.com/quick_start/pricing',
  env: ['DEEPSEEK_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    openaiList('https://api.deepseek.com/models', { env: ['DEEPSEEK_API_KEY'] }),
    defineEndpoint({
      name: 'docs',
      requests: { list: { url: 'https://api-docs.deepseek.com/quick_start/pricing/' } },
      rows: ({ list }) => columns(list),
      row,
      normalize,
    }),
    catalog('deepseek'),
  ],
});

/** A row of the table: its labels, the outermost first, and a cell for each model. */
interface Line {
  readonly title: string;
  readonly cells: readonly string[];
}

/** A record for each model, put together from all tables that have it as a column. */
function columns(page: Page): unknown[] {
  const tables = htmlTables(page.body).flatMap((table) => linesOf(table) ?? []);
  const isPriced = ({ title }: Line) => /1m input/.test(title);
  if (!tables.some((lines) => lines.some(isPriced))) throw shapeError('no table with models and prices');
  const names = tables.flatMap(([models]) => models?.cells.map(nameOf) ?? []);
  const peakHours = peakHoursIn(page.body);
  return [...new Set(names)].map((name) => {
    const own = tables.flatMap(([models, ...lines]) => {
      const at = models?.cells.map(nameOf).indexOf(name) ?? -1;
      return at < 0 ? [] : lines.map(({ title, cells }) => ({ title, text: cells[at] ?? '' }));
    });
    return { id: name, ...shown((title) => own.find((line) => title.test(line.title))?.text ?? ''), peakHours };
  });
}

/** Without a footnote mark. */
const nameOf = (cell: string): string => cell.replaceAll(/\s*[（(]\d+[)）]|[*†‡¹²³]/g, '').trim();

/** Rows of the same price follow one another, a band each; one band may be all. */
const shown = (show: (title: RegExp) => string) => ({
  version: show(/^model version/),
  thinking: show(/thinking mode/),
  context: show(/^context length/),
  output: show(/^max output/),
  tools: show(/tool calls?/),
  price: {
    input: show(/1m input.*cache miss(?! (peak|discount))|1m input tokens( off peak| standard.*)?$/),
    output: show(/1m output tokens(?! (peak|discount))/),
    cacheRead: show(/1m input.*cache hit(?! (peak|discount))/),
  },
  peak: {
    input: show(/1m input.*cache miss peak/),
    output: show(/1m output tokens peak/),
    cacheRead: show(/1m input.*cache hit peak/),
  },
});

/** The row of the model names first; undefined for another table. The label columns are those where that row says "MODEL". */
function linesOf({ header, rows }: Table): Line[][] | undefined {
  const grid: (readonly Cell[])[] = [header.map((name) => ({ text: name, links: [] })), ...rows];
  const names = grid.find(([first]) => label(first?.text ?? '') === 'model');
  const start = names?.findIndex((cell) => label(cell.text) !== 'model') ?? -1;
  if (!names || start < 1) return undefined;
  const lines = [names, ...grid.filter((cells) => cells !== names)].map((cells) => ({
    title: [...new Set(cells.slice(0, start).map((cell) => label(cell.text)))].join(' ').replace(/^pricing /, ''),
    cells: cells.slice(start).map((cell) => cell.text),
  }));
  return [lines];
}

/** "Peak hours are 01:00 - 04:00 and 06:00 - 10:00 UTC." -> `01:00-04:00`, `06:00-10:00`. */
function peakHoursIn(body: string): string[] {
  const words = body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  const sentence = /(?<!off-)\bpeak hours([^.;]*UTC[^.;]*)/i.exec(words)?.[1] ?? '';
  const hours = [...sentence.matchAll(/(\d{1,2}:\d{2})\s*(?:-|–|—|to)\s*(\d{1,2}:\d{2})/g)];
  return hours.map(([, from = '', to = '']) => `${from.padStart(5, '0')}-${to.padStart(5, '0')}`);
}

function normalize(model: Row): Draft | undefined {
  const [version] = /^.*[a-z].*$/im.exec(model.version ?? '') ?? [];
  const sees = /\bvision\b/i.test(`${model.id} ${version ?? ''}`.replaceAll('-', ' '));
  const input: Modality[] = sees ? ['text', 'image'] : ['text'];
  const peak = stated(costOf(model.peak));
  const hours = model.peakHours?.length ? model.peakHours.map((timeUtc) => ({ timeUtc })) : [{ variant: 'peak' }];
  return {
    id: model.id,
    name: version,
    ownedBy: 'deepseek',
    mode: 'chat',
    modalities: { input, output: ['text'] },
    limit: {
      context: tokens(model.context),
      output: tokens(/maximum:?\s*(.*)/i.exec(model.output ?? '')?.[1] ?? model.output),
    },
    capabilities: {
      toolCall: said(model.tools),
      reasoning: thinks(`${model.thinking ?? ''} ${version ?? ''}`.trim()),
      attachment: attachable(input),
    },
    cost: costOf(model.price),
    tiers: Object.keys(peak).length > 0 ? hours.map((when): Tier => ({ when, cost: peak })) : [],
  };
}

/** ✓, ✗ or words such as "Non-thinking mode only", which is a yes with a condition. */
const said = (cell: string | null): boolean | null =>
  cell === null ? null : !/^(✗|✘|×|x|no|not supported|-)$/i.test(cell);

/** "Supports both non-thinking and thinking (default) modes" is a yes, "(Non-thinking Mode)" and "Not supported" are a no. */
function thinks(words: string): boolean | null {
  if (/^(✗|✘|×|not supported)/i.test(words)) return false;
  const others = words.replaceAll(/non-thinking/gi, '');
  if (/thinking/i.test(others)) return !/not support/i.test(others);
  return others === words ? null : false;
}

const costOf = (shown: Row['price']) => ({
  input: amountOf(shown.input),
  output: amountOf(shown.output),
  cacheRead: amountOf(shown.cacheRead),
});

/** The last dollar amount of a cell is the one charged. Another currency is no price. */
function amountOf(cell: string | null): number | null {
  return isPerMillion(cell) ? perMillion(dollars(cell ?? '').at(-1)) : null;
}
