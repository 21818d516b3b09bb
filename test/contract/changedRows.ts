import { asRecorded, type Change, type RecordedEndpoint, withBody } from './recorded.js';

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field that names a model, by which its row is told from what stands around it. */
const naming = /^id$|_id$|name$|alias$|^model$|_provider$/i;

const isRow = (value: Fields): boolean =>
  Object.entries(value).some(([key, field]) => naming.test(key) && typeof field === 'string');

/** The JSON with every row changed: each object that names itself, those within rows as well. */
function changedIn(value: unknown, change: (row: Fields) => Fields): unknown {
  if (Array.isArray(value)) return value.map((item) => changedIn(item, change));
  if (!isFields(value)) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, field]) => [key, changedIn(field, change)]));
  return isRow(value) ? change(inner) : inner;
}

const isJson = ({ body }: { readonly body: string }): boolean => /^\s*[[{]/.test(body);

/** The pages of an endpoint that are JSON and needed: its list. */
const listOf = ({ endpoint, answers }: RecordedEndpoint) =>
  answers.flatMap(({ name, page }) => (page && isJson(page) && !endpoint.requests[name]?.brings ? [page] : []));

/** Whether the list of an endpoint is JSON. */
export const listsJson = (recorded: RecordedEndpoint): boolean => listOf(recorded).length > 0;

/** Each row of an endpoint's list changed. */
export const inRows = (recorded: RecordedEndpoint, change: (row: Fields) => Fields): Change => {
  const changed = new Map(
    listOf(recorded).map((page) => [
      page,
      withBody(page, JSON.stringify(changedIn(JSON.parse(page.body) as unknown, change))),
    ]),
  );
  return (answer) => (answer.page && changed.get(answer.page)) ?? asRecorded(answer);
};

/**
 * What single rows of an endpoint's list call themselves, in small letters. Some rows name models that only other pages
 * list, and several of one name are what is billed of a model.
 */
export function namesIn(recorded: RecordedEndpoint): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const count = (row: Fields): Fields => {
    const own = Object.entries(row).flatMap(([key, field]) =>
      naming.test(key) && typeof field === 'string' ? [field] : [],
    );
    for (const name of new Set(own.map((one) => one.toLowerCase()))) counts.set(name, (counts.get(name) ?? 0) + 1);
    return row;
  };
  for (const page of listOf(recorded)) changedIn(JSON.parse(page.body) as unknown, count);
  return new Set([...counts].flatMap(([name, times]) => (times === 1 ? [name] : [])));
}
