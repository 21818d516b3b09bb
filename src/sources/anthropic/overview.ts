import type { Page } from '../../model/page.js';
import { markdownTables } from '../parse/markdown.js';
import { serviceLevel } from '../parse/serviceLevel.js';
import { shapeError } from '../parse/shapeError.js';
import { label, type Table } from '../parse/tables.js';
import { idOf } from './names.js';
import { beforeMark } from '../parse/beforeMark.js';

/** A model of the overview, as it shows it: there the models are the columns. */
export interface Shown {
  readonly id: string;
  readonly alias: string;
  readonly name: string;
  readonly price: string;
  readonly context: string;
  readonly output: string;
  readonly thinking: readonly string[];
  readonly knowledge: string;
  readonly retirement: string;
}

const labels = {
  id: /^(claude|anthropic) api( id)?( \d)?$/,
  alias: /^(claude|anthropic) api alias( \d)?$/,
  price: /^pricing/,
  context: /^context window/,
  output: /^max output/,
  thinking: /^(extended|adaptive) thinking/,
  knowledge: /^reliable knowledge cut ?off/,
  training: /^training data cut ?off/,
  retirement: /^retire/,
};

/** The models of all the feature tables; a model that stands in two counts once. */
export function shownModels(page: Page): Shown[] {
  const tables = markdownTables(page.body).filter((table) => rowsOf(table, labels.id).length > 0);
  const models = tables
    .toSorted((a, b) => Number(isUnknown(a)) - Number(isUnknown(b)))
    .flatMap((table) => table.header.slice(1).map((name, i) => modelIn(table, name, i + 1)));
  const known = new Map(
    models
      .filter(({ id }) => /^[a-z][\w.-]*$/.test(id))
      .map((model) => [model.id, model] as const)
      .reverse(),
  );
  if (known.size === 0) throw shapeError('no table with a row of API ids');
  return [...known.values()].reverse();
}

/** Whether a table's titles name a level of service: such a table says nothing of a model that another one has. */
const isUnknown = ({ headings }: Table): boolean =>
  serviceLevel(headings, /^(comparison|choosing|claude|deprecated)$/) !== '';

const rowsOf = (table: Table, name: RegExp) => table.rows.filter(([title]) => name.test(label(title?.text ?? '')));

function modelIn(table: Table, title: string, at: number): Shown {
  const texts = (name: RegExp): string[] => rowsOf(table, name).map((row) => row[at]?.text ?? '');
  const text = (name: RegExp): string => texts(name)[0] ?? '';
  const name = beforeMark(title, '(');
  return {
    id: withoutFootnote(text(labels.id), name),
    alias: withoutFootnote(text(labels.alias), name),
    name,
    price: text(labels.price),
    context: text(labels.context),
    output: text(labels.output),
    thinking: texts(labels.thinking),
    knowledge: text(labels.knowledge) || text(labels.training),
    retirement: text(labels.retirement),
  };
}

/** "claude-opus-53" of Claude Opus 5: a footnote digit that lost its tag. */
function withoutFootnote(id: string, name: string): string {
  const plain = id.replace(/[`\s]/g, '');
  const derived = idOf(name);
  return /^\d$/.test(plain.startsWith(derived) ? plain.slice(derived.length) : '') ? derived : plain;
}
