import { groupBy } from './groupBy.js';
import { sizedStemOf, type Named } from './named.js';
import type { Token } from './token.js';

/** Equal for offers of one model; for programs. */
export const sameness = (named: Named): string =>
  [
    sizedStemOf(named),
    named.instruct === null ? '' : 'instruct',
    named.revision ?? '',
    named.date ?? '',
    named.latest ? 'latest' : '',
  ].join('|');

/** What a group of offers is called. */
export interface Name {
  readonly key: string;
  readonly line: string;
}

const lineOf = (named: Named): string => sameness({ ...named, date: null, latest: false });

/** Tokens in their order, each once. */
const textOf = (tokens: readonly Token[], instruct: string | null, revision: string | null): string => {
  const placed = tokens.filter(({ text }, at) => tokens.findIndex((one) => one.text === text) === at);
  const name = placed.reduce(
    (text, { text: part, glued, said }) => `${text}${text === '' || glued ? '' : '-'}${said ?? part}`,
    '',
  );
  return `${name}${instruct === null ? '' : `-${instruct}`}${revision === null ? '' : `-v${revision}`}`;
};
const written = ({ written: { tokens, instruct }, reading }: Named): string =>
  textOf(tokens, instruct, reading.revision);
const filled = ({ tokens, instruct, revision }: Named): string => textOf(tokens, instruct, revision);

/** What most say; the shortest, then the first by letters of equals. */
function commonest(texts: readonly string[]): string {
  const counts = [...groupBy(texts, (text) => text)].map(([text, { length }]) => ({ text, length }));
  counts.sort((a, b) => b.length - a.length || a.text.length - b.text.length || (a.text < b.text ? -1 : 1));
  return counts[0]?.text ?? '';
}

/** Key and line of each group of offers, by `sameness`: as most sellers write it, in full where two keys would be alike. */
export function keysOf(all: readonly Named[]): Map<string, Name> {
  const short = new Map([...groupBy(all, lineOf)].map(([line, group]) => [line, commonest(group.map(written))]));
  const groups = [...groupBy(all, sameness)].sort(([a], [b]) => (a < b ? -1 : 1));
  const drafts = groups.map(([same, group]) => {
    const [first] = group as [Named];
    return { same, group, name: nameOf(first.lab, short.get(lineOf(first)) ?? '', tailOf(group)) };
  });
  const times = groupBy(drafts, ({ name: { key } }) => key);
  const taken = new Set<string>();
  return new Map(
    drafts.map(({ same, group, name }) => {
      const isAlone = times.get(name.key)?.length === 1;
      const whole = isAlone ? name : nameOf(group[0]?.lab ?? '', commonest(group.map(filled)), tailOf(group));
      return [same, apart(whole, taken)] as const;
    }),
  );
}

/** Date and alias as the key says them. */
function tailOf(group: readonly Named[]): string {
  const [{ date, latest }] = group as [Named];
  const said = group.map(({ reading }) => reading.writtenDate).filter((one) => one !== null);
  const day = said.length === 0 ? (date ?? '').replace(/^--/, '') : commonest(said);
  return `${date === null ? '' : `-${day}`}${latest ? '-latest' : ''}`;
}

const nameOf = (lab: string, text: string, tail: string): Name => ({
  key: `${lab}/${text}${tail}`,
  line: `${lab}/${text}`,
});

/** A number where two models would still be called alike. */
function apart({ key, line }: Name, taken: Set<string>): Name {
  let own = key;
  for (let count = 2; taken.has(own); count++) own = `${key}-${count}`;
  taken.add(own);
  return { key: own, line };
}
