import type { Table } from '../parse/tables.js';
import { withoutBetween } from '../parse/withoutBetween.js';

/**
 * The tables of an MDX page that are components: `<DocTable columns={[{ title: "Model" }]} rows={[["kimi-k2", <>{"$"}3.00</>]]} />`,
 * with the headings above them. The definition of the component itself is none.
 */
export function docTables(body: string): Table[] {
  const headings: string[] = [];
  const parts = withoutBetween(withoutBetween(body, '{/*', '*/}'), '/*', '*/').split(/^(?=#{1,6} |[ \t]*<[A-Z])/m);
  return parts.flatMap((part) => {
    const [, marks, heading = ''] = /^(#{1,6}) +(.*)$/m.exec(part.startsWith('#') ? part : '') ?? [];
    if (marks) {
      headings.length = marks.length - 1;
      headings[marks.length - 1] = heading.trim();
    }
    if (!/^\s*<[A-Z]/.test(part)) return [];
    const titles = listsIn(property(part, 'columns').replaceAll(/\{[^{}]*\}/g, titleIn));
    const rows = listsIn(property(part, 'rows'));
    const header = titles.flat();
    return header.length === 0
      ? []
      : [
          {
            headings: headings.filter(Boolean),
            header,
            rows: rows.map((row) => header.map((_, i) => ({ text: row[i] ?? '', links: [] }))),
          },
        ];
  });
}

/** The title in an object of a script: `{ title: "Model", align: "left" }` -> `"Model"`; the object where it has none. */
const titleIn = (object: string): string => /title["']?\s*:\s*("[^"]*"|'[^']*')/.exec(object)?.[1] ?? object;

/** What stands in `name={…}`, its brackets matched outside of strings. */
function property(component: string, name: string): string {
  const start = new RegExp(String.raw`\b${name}=\{`).exec(component);
  if (!start) return '';
  const marks = /"(?:[^"\\]|\\.)*(?:"|\\?$)|'(?:[^'\\\n]|\\.)*(?:'|\\?$|\n)|[{}]/gs;
  marks.lastIndex = start.index + start[0].length - 1;
  const from = marks.lastIndex + 1;
  for (let depth = 0, mark = marks.exec(component); mark; mark = marks.exec(component)) {
    depth += mark[0] === '{' ? 1 : mark[0] === '}' ? -1 : 0;
    if (depth === 0) return component.slice(from, mark.index);
  }
  return component.slice(from);
}

const token = /<|"((?:[^"\\]|\\.)*)(?:"|\\?$)|'((?:[^'\\]|\\.)*)(?:'|\\?$)|`([^`]*)(?:`|$)|[[\],]|[^\s[\],"'`<]+/gs;

/** No item of a list is longer: where an element ends is looked for so far. */
const longestItem = 2_000;

/** What stands in the element that opens at a place, and where it ends; nothing where it is not closed. */
function elementAt(script: string, at: number): { inside: string; end: number } | undefined {
  const near = script.slice(at, at + longestItem);
  const [, name = ''] = /^<(\w*)/.exec(near) ?? [];
  const from = near.indexOf('>') + 1;
  const end = from === 0 ? -1 : near.indexOf(`</${name}>`, from);
  return end < 0 ? undefined : { inside: near.slice(from, end), end: at + end + name.length + 3 };
}

/** The innermost lists of a script's list of lists, each with its items as text. */
function listsIn(script: string): string[][] {
  const lists: string[][] = [];
  let list: string[] = [];
  const tokens = new RegExp(token);
  for (let found = tokens.exec(script); found; found = tokens.exec(script)) {
    const [mark, double, single, back] = found;
    const element = mark === '<' ? elementAt(script, found.index) : undefined;
    if (element) {
      tokens.lastIndex = element.end;
      list.push(shown(element.inside));
    } else if (mark === '[') list = [];
    else if (mark === ']') {
      if (list.length > 0) lists.push(list);
      list = [];
    } else if (mark !== ',' && mark !== '<') list.push(shown(double ?? single ?? back ?? mark));
  }
  return lists;
}

/** `{"$"}3.00` and tags as a reader sees them; null and undefined are nothing. */
const shown = (item: string): string =>
  withoutBetween(item.replaceAll(/\{\s*(?:"([^"{}]*)"|'([^'{}]*)'|`([^`{}]*)`)\s*\}/g, '$1$2$3'), '<', '>')
    .replace(/^(null|undefined)$/, '')
    .replaceAll(/\\(["'$])/g, '$1')
    .trim();
