import type { Modality, Mode } from '../../model/model.js';
import type { Page } from '../../model/page.js';
import { englishDay } from '../parse/dates.js';
import { markdownTables } from '../parse/markdown.js';
import { notEmpty } from '../parse/notEmpty.js';
import { cellOf, column, isUnder, label, type Table, tablesWith } from '../parse/tables.js';
import { after, inTokens, modelsIn, number, versionIn } from './cells.js';
import { beforeMark } from '../parse/beforeMark.js';

/** What a document says of one version of a model. */
export interface Entry {
  readonly id: string;
  readonly lab: string | null;
  /** The day of the version, or its number with zeros before it: the later one sorts last. */
  readonly version?: string | null;
  /** What the API writes behind the id for this version, where that is more than its day: `turbo-2024-04-09`. */
  readonly suffix?: string | null;
  readonly status?: string | null;
  readonly retirement?: string | null;
  readonly mode?: Mode | null;
  readonly input?: readonly Modality[];
  readonly context?: number | null;
  readonly maxOutput?: number | null;
  readonly toolCall?: boolean | null;
  readonly structured?: boolean | null;
  readonly reasoning?: boolean | null;
  readonly streaming?: boolean | null;
  readonly knowledge?: string | null;
}

/**
 * The tables with the columns, footnote marks left out, what stands in backticks within `⟦⟧`, and separator rows made as
 * wide as their header: a table where they differ is none to a markdown parser.
 */
function tablesOf({ body }: Page, ...columns: readonly RegExp[]): Table[] {
  const lines = body
    .replace(/<sup>[^<]*<\/sup>/gi, '')
    .replace(/`([^`\n|]+)`/g, '⟦$1⟧')
    .split(/\r?\n/);
  const cells = (line: string) => line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|').length;
  const even = lines.map((line, i) => {
    const header = lines[i - 1] ?? '';
    const isSeparator = /^[\s|:-]+$/.test(line) && line.includes('-') && line.includes('|') && header.includes('|');
    return isSeparator ? `|${' --- |'.repeat(cells(header))}` : line;
  });
  const tables = tablesWith(markdownTables(even.join('\n')), ...columns);
  const names = columns.map(({ source }) => source.replaceAll(/[$^]/g, ''));
  return notEmpty(tables, `no table with the columns: ${names.join(', ')}`);
}

/** The models of Azure OpenAI: tables with a column "Model ID". */
export function openaiEntries(page: Page): Entry[] {
  return tablesOf(page, /^model id$/).flatMap((table) =>
    table.rows.flatMap((cells) => {
      const words = cellOf(table, cells, /^description$/).text;
      const request = cellOf(table, cells, /^(context window|max request tokens)$/).text;
      const said = (pattern: RegExp) => (pattern.test(words) ? true : null);
      return modelsIn(cellOf(table, cells, /^model id$/).text).map((model): Entry => ({
        ...model,
        lab: 'OpenAI',
        mode: modeOfSection(table),
        input: /(text and image (input|processing)|image \(input\))/i.test(words)
          ? ['text', 'image']
          : /text[- ]only|text in\/text out only/i.test(words)
            ? ['text']
            : [],
        context: /^\s*output/i.test(request) ? null : number(request),
        maxOutput: number(cellOf(table, cells, /^max output tokens$/).text) ?? number(after(request, /output:/i)),
        toolCall: said(/\b(functions?|tools?)\b/i),
        structured: said(/structured outputs?/i),
        reasoning: said(/reasoning/i),
        streaming: said(/\bstreaming\b/i),
        knowledge: englishDay(cellOf(table, cells, /^training data/).text),
      }));
    }),
  );
}

/** The models of other labs: tables with the columns "Model", "Type" and "Capabilities", one section a lab. */
export function otherEntries(page: Page): Entry[] {
  return tablesOf(page, /^model$/, /^type/, /^capabilities$/).flatMap((table) =>
    table.rows.flatMap((cells) => {
      const type = cellOf(table, cells, /^type/).text;
      const words = cellOf(table, cells, /^capabilities$/).text;
      const line = (name: RegExp) => words.split('\n').find((text) => name.test(text)) ?? '';
      const input = line(/^\W*input\b/i);
      const output = line(/^\W*output\b/i);
      const tools = /tool calling\W*(yes|no)\b/i.exec(words)?.[1]?.toLowerCase();
      return modelsIn(cellOf(table, cells, /^model$/).text).map((model): Entry => ({
        ...model,
        lab: labOf(table),
        mode: modeOfType(type),
        input: (['text', 'image', 'audio', 'video'] as const).filter((kind) => input.includes(kind)),
        context: number(after(line(/context (window|length)/i), /:/)) ?? number(inTokens(input)),
        maxOutput: /\btext\b/.test(output) ? number(inTokens(output)) : null,
        toolCall: tools ? tools === 'yes' : null,
        reasoning: /with reasoning content/i.test(type) ? true : null,
      }));
    }),
  );
}

/** The lifecycle of all models; the table of fine-tuned models has another header and is none of them. */
export function scheduleEntries(page: Page): Entry[] {
  return tablesOf(page, /^model$/, /^version$/, /^lifecycle$/).flatMap((table) =>
    table.rows.flatMap((cells) => {
      const id = beforeMark(cellOf(table, cells, /^model$/).text.replace(/[⟦⟧]/g, ''), '(');
      const version = cellOf(table, cells, /^version$/).text;
      return {
        id,
        lab: labOf(table),
        version: versionIn(version),
        status: cellOf(table, cells, /^lifecycle$/).text.toLowerCase(),
        retirement: englishDay(cellOf(table, cells, /^retirement date$/).text),
      };
    }),
  );
}

const modeOfSection = (table: Table): Mode | null => {
  if (isUnder(table, /^embeddings?/)) return 'embedding';
  if (isUnder(table, /^image generation/)) return 'image';
  if (isUnder(table, /^video generation/)) return 'video';
  if (isUnder(table, /^speech to text/)) return 'transcription';
  if (isUnder(table, /^text to speech/)) return 'speech';
  return column(table, /^(context window|max request tokens)$/) >= 0 && !isUnder(table, /audio/) ? 'chat' : null;
};

const modeOfType = (type: string): Mode | null => {
  if (/chat|messages/i.test(type)) return 'chat';
  if (/embedding/i.test(type)) return 'embedding';
  if (/rerank/i.test(type)) return 'rerank';
  return /image generation|(text|image)-to-image/i.test(type) ? 'image' : null;
};

/** "Azure OpenAI" -> "OpenAI", "DeepSeek models sold by Azure" -> "DeepSeek". */
const labOf = (table: Table): string | null => {
  const heading =
    table.headings
      .at(-1)
      ?.replace(/\smodels sold by.*$/is, '')
      .trim() ?? '';
  return label(heading) === 'azure openai' || label(heading) === 'openai oss' ? 'OpenAI' : heading || null;
};
