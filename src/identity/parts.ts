import type { Parts } from '../model/registry.js';
import { familiesOf } from './labOf.js';
import { sizesOf, versionsOf, wordsOf, type Named } from './named.js';

const joined = (some: readonly string[]): string | null => (some.length === 0 ? null : some.join(' '));

/** The parts of a name by what they are. */
export function partsOf(named: Named): Parts {
  const words = wordsOf(named);
  const families = new Set(familiesOf(words));
  const others = words.filter((word) => !families.has(word));
  return {
    lab: named.lab,
    family: joined(words.filter((word) => families.has(word))),
    version: joined([...versionsOf(named), ...(named.revision === null ? [] : [`v${named.revision}`])]),
    size: joined(sizesOf(named)),
    variant: joined([...others, ...(named.instruct === null ? [] : [named.instruct])]),
  };
}
