/** A link of a markdown text, `[words](address)`, and where it stands. */
export interface MarkdownLink {
  readonly words: string;
  readonly address: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The links of a markdown text in order, or with `![` its pictures, without the nesting that only a parser of markdown
 * sees. It reads the text once, as a regular expression would not.
 */
export function markdownLinks(text: string, open: '[' | '![' = '['): MarkdownLink[] {
  const links: MarkdownLink[] = [];
  let start = text.indexOf(open);
  while (start >= 0) {
    const close = text.indexOf(']', start);
    if (close < 0) break;
    if (text[close + 1] !== '(') {
      // No bracket before this end is a link's either.
      start = text.indexOf(open, close);
      continue;
    }
    const end = text.indexOf(')', close + 2);
    if (end < 0) break;
    const [words, address] = [text.slice(start + open.length, close), text.slice(close + 2, end)];
    links.push({ words, address, start, end: end + 1 });
    start = text.indexOf(open, end);
  }
  return links;
}

/** The text with each link as its words, or each picture as nothing. */
export function withoutLinks(text: string, open?: '[' | '!['): string {
  let shown = '';
  let from = 0;
  for (const { words, start, end } of markdownLinks(text, open)) {
    shown += text.slice(from, start) + (open === '![' ? '' : words);
    from = end;
  }
  return shown + text.slice(from);
}
