import { familiesOf } from './labOf.js';
import { sizesOf, versionsOf, wordsOf, type Named } from './named.js';

/**
 * What a model is called that no table knows yet: family, version, size, then its other words by their letters. Equal for all
 * spellings of one name, whoever is asked first.
 */
export function provisional(named: Named): { readonly key: string; readonly line: string } {
  const words = wordsOf(named);
  const families = familiesOf(words).sort();
  const others = words.filter((word) => !families.includes(word));
  const { instruct, revision, date, latest } = named;
  const name = [
    ...[...families, ...versionsOf(named), ...sizesOf(named), ...others],
    ...(instruct === null ? [] : [instruct]),
    ...(revision === null ? [] : [`v${revision}`]),
  ].join('-');
  const line = `${named.lab}/${name}`;
  const tail = `${date === null ? '' : `-${date.replace(/^--/, '')}`}${latest ? '-latest' : ''}`;
  return { key: `${line}${tail}`, line };
}
