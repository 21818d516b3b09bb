import type { Mode } from '../../model/model.js';
import { label, type Table } from '../parse/tables.js';

const known = /^(standard|default|batch|flex|priority|fast|scale)\b/;
/** What only titles of groups of models or of other things end in; no service level is called so. */
const group =
  /\b(models?|tools?|sessions?|(fine ?)?tuning|pricing|generation|transcription|embeddings?|apis?|agents?)$/;
const dataTitle = /\bdata\s*$/i;

/** A line that may be a title although nothing marks it: a few words, no sentence, no cell of a table. */
const isShort = (line: string): boolean => /^\**[A-Z][\w +&,/-]{0,40}\**$/.test(line);

/** The service level that a title names, in its own words where nobody knows it; null where it names a group of models. */
function tierIn(title: string): string | null {
  const words = label(title);
  const word = known.exec(words)?.[1];
  if (word !== undefined) return word === 'default' ? 'standard' : word;
  return words === '' || group.test(words) ? null : words.replace(/ (mode|tier|processing|service)$/, '');
}

/**
 * The page with marks for its titles, which are plain lines or headings of any depth: groups of models, within them service
 * levels ("Batch"), within them the titles of tables ("Batch pricing data").
 *
 * An unknown short line between two tables is a level where its group has levels, else it is the next group.
 */
export function withTitles(body: string): string {
  let hasTier = false;
  let isTableSince = false;
  const mark = (kind: 'section' | 'tier', title: string) => {
    hasTier = kind === 'tier';
    isTableSince = false;
    return `\n${kind === 'tier' ? '###' : '##'} ${kind}: ${title}\n`;
  };
  return body
    .split(/\r?\n/)
    .map((line) => {
      const [marks = ''] = /^#*/.exec(line.trim()) ?? [];
      const title = line.trim().slice(marks.length).trim();
      const text = marks === '' ? title : title.replace(/(?<=\S)\s+\(?(standard|std)\)?$/i, '');
      if (text.startsWith('|')) isTableSince = true;
      if (marks !== '' && dataTitle.test(text)) return `\n#### data: ${text}\n`;
      if (marks === '' ? !isShort(text) : text === '') return line;
      const words = text.replaceAll('*', '').trim();
      if (known.test(label(words))) return mark('tier', words);
      if (group.test(label(words)) || (marks !== '' && marks.length < 3)) return mark('section', words);
      // What stands right below another title is that of a table.
      if (!isTableSince) return marks === '' ? line : `\n#### data: ${text}\n`;
      return mark(hasTier ? 'tier' : 'section', words);
    })
    .join('\n');
}

const titleOf = ({ headings }: Table, kind: string): string =>
  headings
    .findLast((heading) => heading.startsWith(`${kind}: `))
    ?.slice(kind.length + 2)
    .trim() ?? '';

/** The service level of a table's prices; `standard` where no title names one. */
export const tierOf = (table: Table): string =>
  tierIn(titleOf(table, 'data').replace(/\b(grouped )?pricing( table)? data$/i, '')) ??
  tierIn(titleOf(table, 'tier')) ??
  'standard';

const modes: readonly (readonly [RegExp, Mode])[] = [
  [/image generation/, 'image'],
  [/video generation/, 'video'],
  [/transcription/, 'transcription'],
  [/translation/, 'other'],
  [/embedding/, 'embedding'],
  [/moderation/, 'moderation'],
];

/** What a model is for, by the category or use that its row tells, else by the title of its group; null where it doesn't. */
export const modeOf = (table: Table, said: string): Mode | null => {
  const words = label(said || titleOf(table, 'section'));
  return modes.find(([word]) => word.test(words))?.[1] ?? null;
};
