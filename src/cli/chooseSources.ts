import type { Source } from '../sources/define.js';
import { usageError } from './failure.js';
import { nearest } from './nearest.js';

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

type Named = Pick<Source, 'id' | 'name'>;

/**
 * The sources of those names, each once: by id or display name, whatever the case, blanks and dashes.
 * An unknown name is a usage error that names the nearest one.
 */
export function chooseSources<Choice extends Named>(names: readonly string[], known: readonly Choice[]): Choice[] {
  const chosen = names.map((name) => {
    const found =
      known.find(({ id }) => plain(id) === plain(name)) ?? known.find((source) => plain(source.name) === plain(name));
    if (found) return found;
    const guess = nearest(
      name,
      known.flatMap(({ id, name: displayName }) => [id, displayName]),
    );
    throw usageError(
      `no provider "${name}"${guess ? `; did you mean "${guess}"?` : ':'} \`ratecard sources\` lists them all`,
    );
  });
  return [...new Set(chosen)];
}
