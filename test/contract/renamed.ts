/** A word that no provider knows, in several spellings. */
export const unknown = /turbo ?lane/i;

/** What stands for a title of a page: headings, captions, folds and tabs, in markdown and HTML. */
const titles: readonly RegExp[] = [
  /^(\s*#{2,6}\s+)(.+?)(\s*)$/gm,
  /(<(?:h[2-6]|summary|caption)\b[^>]*>)([^<]+)(<\/)/g,
  /(<(?:Tab|Accordion|AccordionItem)\b[^>]*\btitle=["'])([^"'<>]+)(["'])/g,
];

/** Each title of a page changed; `change` is given its words and its place among them. */
export function retitled(body: string, change: (title: string, at: number) => string): string {
  let at = 0;
  const renamed = (_: string, before: string, title: string, after: string) =>
    `${before}${change(title, at++)}${after}`;
  return titles.reduce((text, pattern) => text.replace(pattern, renamed), body);
}

/** The words of a page that `words` match, whole, replaced by ones that nobody knows, each by its own. */
export function reworded(body: string, words: readonly string[]): string {
  return words.reduce(
    (text, word, i) => text.replace(new RegExp(`(?<![a-z])${word}(?![a-z])`, 'gi'), `Turbolane${'abcdefgh'[i]}`),
    body,
  );
}

const tripled = (text: string): string =>
  text.replace(/(\\?\$\s?)(\d[\d,]*\.?\d*)/g, (_, mark: string, amount: string) =>
    [mark, (Number(amount.replaceAll(',', '')) * 3).toFixed(4)].join(''),
  );

/** Each table of prices of a markdown page given twice below titles, once under one that nobody knows and three times as dear. */
export function withCopies(body: string, isFirst: boolean, isExempt: (title: string) => boolean): string {
  return body.replace(
    /^(#{2,6} +)(.+)\n([^#]*?)((?:^ *\|.*\n)+)/gm,
    (all, marks: string, title: string, between: string, table: string) => {
      if (!/\$\s?\d/.test(table) || isExempt(title)) return all;
      const copy = `${marks}Turbo Lane\n${between}${tripled(table)}\n`;
      return isFirst ? `${copy}${all}` : `${all}\n${copy}`;
    },
  );
}
