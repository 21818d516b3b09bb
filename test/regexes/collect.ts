import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** A regular expression of the program, and where it stands. */
export interface Found {
  readonly source: string;
  readonly flags: string;
  /** `src/file.ts:12` */
  readonly at: string;
}

const root = join(import.meta.dirname, '../..');

/** All regular expressions of src: the literals, and what `new RegExp` is given as far as the file itself tells. */
export function regexesOf(folder = join(root, 'src')): Found[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .flatMap((name) => regexesIn(relative(root, join(folder, name)), readFileSync(join(folder, name), 'utf8')));
}

/** Those of one file. */
export function regexesIn(name: string, text: string): Found[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    const at = `${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), at });
    } else if (
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'RegExp'
    ) {
      const [source, flags] = node.arguments ?? [];
      found.push({
        source: source ? textOf(source, file) : '',
        flags: flags && ts.isStringLiteral(flags) ? flags.text : '',
        at,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What is only known when the program runs, such as the name of a field: it stands for a plain word. */
const unknown = 'word';

/** The text of an expression, its constants of the same file put in. */
function textOf(node: ts.Expression, file: ts.SourceFile): string {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression, file);
  if (ts.isRegularExpressionLiteral(node)) return node.text.slice(1, node.text.lastIndexOf('/'));
  if (ts.isBinaryExpression(node)) return textOf(node.left, file) + textOf(node.right, file);
  if (ts.isTemplateExpression(node)) return templateOf(node, file, ({ text }) => text);
  if (ts.isTaggedTemplateExpression(node)) {
    const raw = ({ rawText, text }: ts.TemplateLiteralLikeNode) => rawText ?? text;
    return ts.isNoSubstitutionTemplateLiteral(node.template)
      ? raw(node.template)
      : templateOf(node.template, file, raw);
  }
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'source') return textOf(node.expression, file);
  if (ts.isIdentifier(node)) {
    const value = constantsOf(file).get(node.text);
    if (value) return textOf(value, file);
  }
  return unknown;
}

const templateOf = (
  { head, templateSpans }: ts.TemplateExpression,
  file: ts.SourceFile,
  read: (part: ts.TemplateLiteralLikeNode) => string,
): string => read(head) + templateSpans.map((span) => textOf(span.expression, file) + read(span.literal)).join('');

const constantsOf = (file: ts.SourceFile): Map<string, ts.Expression> =>
  new Map(
    file.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => [...declarationList.declarations])
      .flatMap(({ name, initializer }) =>
        ts.isIdentifier(name) && initializer ? [[name.text, initializer] as const] : [],
      ),
  );
