/** Cells that show an amount of money. */
const amount = /[$€£¥]\s*\d|^\s*\d*\.\d+\s*$/;

const wordsIn = (cell: string): string => cell.replace(/<[^>]+>/g, '').trim();

/** The columns of prices, of which at least a third of the rows have one; the first column names the row. */
const priceColumns = ([, ...rows]: readonly string[][]): Set<number> => {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const priced = (column: number) => rows.filter((row) => amount.test(wordsIn(row[column] ?? ''))).length;
  return new Set(
    Array.from({ length: width }, (_, i) => i).filter((i) => i > 0 && priced(i) >= Math.max(1, rows.length / 3)),
  );
};

/** What becomes of a cell in a column of prices; null takes it out. */
type Cells = (cell: string, isTitle: boolean) => string | null;

const inMarkdown = (body: string, cells: Cells): string =>
  body.replace(/(?:^[ \t]*\|.*\n?){3,}/gm, (table) => {
    const lines = table.trimEnd().split('\n');
    const rows = lines.map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split(/(?<!\\)\|/),
    );
    const columns = priceColumns(rows.filter((_row, i) => i !== 1));
    const next = rows.map((row, i) =>
      row.flatMap((cell, column) => {
        if (!columns.has(column)) return [cell];
        const now = i === 1 && cells('', false) !== null ? cell : cells(cell, i === 0);
        return now === null ? [] : [now];
      }),
    );
    return next.map((row) => `|${row.join('|')}|`).join('\n') + (table.endsWith('\n') ? '\n' : '');
  });

const cellIn = /<(t[dh])([^>]*)>([\s\S]*?)<\/\1>/gi;

const inHtml = (body: string, cells: Cells): string =>
  body.replace(/<table[\s\S]*?<\/table>/gi, (table) => {
    const rows = (table.match(/<tr[\s\S]*?<\/tr>/gi) ?? []).map((row) => row.match(cellIn) ?? []);
    const columns = priceColumns(rows);
    return table.replace(/<tr[\s\S]*?<\/tr>/gi, (row) => {
      let column = -1;
      return row.replace(cellIn, (cell, tag: string, attributes: string, inner: string) => {
        if (!columns.has(++column)) return cell;
        const now = cells(inner, /<th[\s>]/i.test(row) && !amount.test(wordsIn(inner)));
        return now === null ? '' : `<${tag}${attributes}>${now}</${tag}>`;
      });
    });
  });

/** A page with the cells in the price columns of its tables changed, Markdown or HTML. */
export const withCells = (body: string, cells: Cells): string => inHtml(inMarkdown(body, cells), cells);
