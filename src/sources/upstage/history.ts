import { htmlTables } from '../parse/html.js';
import { markdownTables } from '../parse/markdown.js';
import { label } from '../parse/tables.js';
import { noticeIn } from './modelPage.js';
import { withoutBetween } from '../parse/withoutBetween.js';

/** A version of a model, or an alias of one, in the history's own words. */
export interface Version {
  readonly id: string | undefined;
  readonly section: string;
  readonly released: string | undefined;
  readonly context: string | undefined;
  readonly knowledge: string | undefined;
  readonly capabilities: string | undefined;
  readonly deprecated: boolean;
  readonly retires: string | null;
  /** The version that an alias stands for; of a version itself. */
  readonly version: string | undefined;
}

/**
 * The models of the history: a heading with the id, maybe "(Deprecated)" behind it, prose, and a table of pairs. The
 * alias that a version has is a model of its own, with the same facts.
 */
export function historyModels(body: string): Version[] {
  let section = '';
  return body.split(/^(?=#{1,6}\s)/m).flatMap((part) => {
    const [, marks = '', title = ''] = /^(#{1,6})\s+(.*)/.exec(part) ?? [];
    if (marks.length <= 2) section = title;
    const facts = pairs(part);
    return marks.length > 2 && (facts.size > 0 || isVersion(title)) ? versions(title, section, part, facts) : [];
  });
}

/** What the tables of a part say, by label; an HTML table may hold anything, so it is read as HTML, blank lines or not. */
function pairs(part: string): Map<string, string> {
  const tables = /<table/i.test(part) ? htmlTables(part) : markdownTables(part);
  const rows = tables.flatMap(({ header, rows: rest }) => [
    header,
    ...rest.map((cells) => cells.map(({ text }) => text)),
  ]);
  return new Map(rows.flatMap(([name = '', value = '']) => (name && value ? [[label(name), value] as const] : [])));
}

function versions(title: string, section: string, part: string, facts: ReadonlyMap<string, string>): Version[] {
  const shown = withoutBetween(withoutBetween(title, '(', ')', ' '), '{', '}', ' ')
    .replaceAll(/[[\]`*]/g, ' ')
    .trim();
  const notice = noticeIn(part);
  const version = {
    section,
    released: valueOf(facts, /^release/),
    context: valueOf(facts, /^context/),
    knowledge: valueOf(facts, /cut ?off/),
    capabilities: valueOf(facts, /^capabilit/),
    deprecated: /deprecated/i.test(title) || notice.deprecated === true,
    retires: notice.retires,
    version: isId(shown) ? shown : undefined,
  };
  const aliases = (valueOf(facts, /^alias/) ?? '').split(/[\s,]+/).filter(isId);
  const ids = [...(isId(shown) ? [shown] : []), ...aliases];
  return (ids.length > 0 ? ids : [undefined]).map((id) => ({ id, ...version }));
}

const valueOf = (facts: ReadonlyMap<string, string>, name: RegExp): string | undefined =>
  [...facts].find(([title]) => name.test(title))?.[1];

/** Says itself that it is a model, even without a table: solar-pro-250422. */
const isVersion = (title: string): boolean =>
  /^[a-z][a-z\d.]*-[a-z\d.-]+( \(|$)/.test(title) && /\d/.test(title.slice(title.indexOf('-')).split(' ', 1)[0] ?? '');

const isId = (word: string): boolean => /^[a-z][\w.-]*$/i.test(word);
