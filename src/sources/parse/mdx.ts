/** A component of an MDX document that is open. */
export interface Component {
  readonly name: string;
  readonly title: string;
}

const attributes = String.raw`(?:\s(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^<>"'{])*)?`;
const componentLine = new RegExp(String.raw`^\s*</?[A-Z][\w.]*${attributes}>\s*$`);
const tag = new RegExp(String.raw`^<(/?)([A-Z][\w.]*)(${attributes}?)(/?)>$`);

/**
 * The document with each component's tag (`<Tab title="x">`) in a paragraph of its own and pipe tables not indented:
 * markdown would take a table right below a tag for HTML, and an indented one for code.
 */
export function componentsApart(body: string): string {
  let fence: string | undefined;
  return body
    .split('\n')
    .map((line) => {
      const [, mark] = /^\s*(```|~~~)/.exec(line) ?? [];
      if (mark !== undefined && (fence === undefined || fence === mark)) fence = fence === undefined ? mark : undefined;
      if (fence !== undefined) return line;
      return componentLine.test(line) ? `\n${line.trim()}\n` : line.replace(/^\s+(?=\|)/, '');
    })
    .join('\n');
}

/** Notes in `around` that a component opens or closes, where `html` is its tag. */
export function enterOrLeave(around: Component[], html: string): void {
  const [, closes, name, attrs = '', single] = tag.exec(html.trim()) ?? [];
  if (name === undefined || single === '/' || attrs.endsWith('/')) return;
  if (closes) {
    const opened = around.map((component) => component.name).lastIndexOf(name);
    if (opened >= 0) around.length = opened;
  } else around.push({ name, title: titleOf(attrs) });
}

const titleOf = (attrs: string): string => {
  const [, , double, single] = /\b(title|label)=\{?(?:"([^"]*)"|'([^']*)')/.exec(attrs) ?? [];
  return double ?? single ?? '';
};
