import type { Source } from '../sources/define.js';
import { usageError } from './failure.js';
import { nearest } from './nearest.js';
import { plainName as plain } from './plainName.js';

type Named = Pick<Source, 'id' | 'name'>;

/** The source of that name: its id or display name, whatever the case, blanks and dashes. */
export const sourceNamed = <Choice extends Named>(name: string, known: readonly Choice[]): Choice | undefined =>
  known.find(({ id }) => plain(id) === plain(name)) ?? known.find((source) => plain(source.name) === plain(name));

/**
 * The sources of those names, each once. An unknown name is a usage error that names the nearest one.
 */
export function chooseSources<Choice extends Named>(names: readonly string[], known: readonly Choice[]): Choice[] {
  const chosen = names.map((name) => {
    const found = sourceNamed(name, known);
    if (found) return found;
    throw usageError(noProvider(name, known));
  });
  return [...new Set(chosen)];
}

/** That nobody has this name, who may have been meant, and where all are listed. */
export function noProvider(name: string, known: readonly Named[]): string {
  const guess = nearest(
    name,
    known.flatMap(({ id, name: displayName }) => [id, displayName]),
  );
  return `no provider "${name}"${guess ? `; did you mean "${guess}"?` : ':'} \`ratecard sources\` lists them all`;
}
