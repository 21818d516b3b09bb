import type { Table } from '../parse/tables.js';

/**
 * The tables of an MDX page that are components: `<DocTable columns={[{ title: "Model" }]} rows={[["kimi-k2", <>{"$"}3.00</>]]} />`,
 * with the headings above them. The definition of the component itself is none.
 */
export function docTables(body: string): Table[] {
  const headings: string[] = [];
  const parts = body.replaceAll(/\{?\/\*.*?\*\/\}?/gs, '').split(/^(?=#{1,6} |[ \t]*<[A-Z])/m);
  return parts.flatMap((part) => {
    const [, marks, heading = ''] = /^(#{1,6}) +(.*)$/m.exec(part.startsWith('#') ? part : '') ?? [];
    if (marks) {
      headings.length = marks.length - 1;
      headings[marks.length - 1] = heading.trim();
    }
    if (!/^\s*<[A-Z]/.test(part)) return [];
    const titles = listsIn(
      property(part, 'columns').replaceAll(/\{[^{}]*?["']?title["']?\s*:\s*("[^"]*"|'[^']*')[^{}]*\}/g, '$1'),
    );
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

/** What stands in `name={…}`, its brackets matched outside of strings. */
function property(component: string, name: string): string {
  const start = new RegExp(String.raw`\b${name}=\{`).exec(component);
  if (!start) return '';
  const marks = /"(?:[^"\\]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[{}]/g;
  marks.lastIndex = start.index + start[0].length - 1;
  const from = marks.lastIndex + 1;
  for (let depth = 0, mark = marks.exec(component); mark; mark = marks.exec(component)) {
    depth += mark[0] === '{' ? 1 : mark[0] === '}' ? -1 : 0;
    if (depth === 0) return component.slice(from, mark.index);
  }
  return component.slice(from);
}

const token =
  /<>(.*?)<\/>|<(\w+)[^>]*>(.*?)<\/\2>|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|[[\],]|[^\s[\],"'`<]+/gs;

/** The innermost lists of a script's list of lists, each with its items as text. */
function listsIn(script: string): string[][] {
  const lists: string[][] = [];
  let list: string[] = [];
  for (const found of script.matchAll(token)) {
    const [mark, fragment, , element, double, single, back] = found;
    if (mark === '[') list = [];
    else if (mark === ']') {
      if (list.length > 0) lists.push(list);
      list = [];
    } else if (mark !== ',') list.push(shown(fragment ?? element ?? double ?? single ?? back ?? mark));
  }
  return lists;
}

/** `{"$"}3.00` and tags as a reader sees them; null and undefined are nothing. */
const shown = (item: string): string =>
  item
    .replaceAll(/\{\s*(["'`])(.*?)\1\s*\}/g, '$2')
    .replaceAll(/<[^>]*>/g, '')
    .replace(/^(null|undefined)$/, '')
    .replaceAll(/\\(["'$])/g, '$1')
    .trim();
