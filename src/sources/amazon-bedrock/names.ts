import { withoutProfile } from './documented.js';
import { withoutBetween } from '../parse/withoutBetween.js';
import { withoutEnd } from '../parse/withoutEnd.js';

/** A model by the price list's own names for it; the lab is known where the list says it. */
export interface Named {
  readonly names: readonly string[];
  readonly lab: string | null;
}

interface Candidate {
  readonly id: string;
  readonly names: Set<string>;
  readonly vendor: string;
}

/** Two ids of one model differ in the version of the offer at most: `openai.gpt-oss-20b`, `openai.gpt-oss-20b-1:0`. */
const withoutVersion = (id: string): string => id.replace(/-v\d+(?::\d+)*$|-\d+:\d+$/, '');

/** "v3.0" ends in no number of its own: "3.0" -> "3". */
const withoutDots = (word: string): string => {
  const number = word.replace(/^\.+/, '');
  return number.endsWith('.0') ? number.slice(0, -2) : withoutEnd(number, '.');
};

/**
 * The words of a name or id, whatever their order: versions are spelt one way ("4-5", "v3.0" -> "4.5", "3"); what is in
 * brackets, dates and the words that say "tuned to instructions" are left out.
 */
function words(text: string): Set<string> {
  const spelt = withoutBetween(text.toLowerCase(), '(', ')', ' ')
    .replaceAll('+', ' plus ')
    .replace(/(\d)[-_](\d)(?![a-z\d])/g, '$1.$2');
  const all = spelt.split(/[^a-z0-9.]+/).map((word) => withoutDots(word.replace(/^v(?=\d)/, '')));
  return new Set(all.filter((word) => !/^(|instruct|it|\d{6,8})$/.test(word)));
}

const key = (found: Iterable<string>): string => [...found].sort().join(' ');

const keyWithout = (text: string, ...labs: readonly string[]): string => {
  const left = words(text);
  for (const lab of labs) for (const word of words(lab)) left.delete(word);
  return key(left);
};

const squeezed = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** "Minimax AI" and `minimax`, "Z AI" and `zai` are one lab. */
const isLab = (lab: string, vendor: string): boolean =>
  squeezed(lab).startsWith(squeezed(vendor)) || squeezed(vendor).startsWith(squeezed(lab));

/**
 * Finds the ids of a model by its names among `models` (id to name). The strictest way that finds any decides, and only
 * where it means one model; an id with a region before it counts as the one without.
 */
export function idsByName(models: Iterable<readonly [id: string, name: string]>): (model: Named) => string[] {
  const candidates = new Map<string, Candidate>();
  for (const [regional, name] of models) {
    const id = withoutProfile(regional);
    const known = candidates.get(id) ?? { id, names: new Set(), vendor: id.split('.')[0] ?? '' };
    candidates.set(id, { ...known, names: known.names.add(name) });
  }
  return (model) => {
    const fitting = [...candidates.values()].filter(({ vendor }) => model.lab === null || isLab(model.lab, vendor));
    for (const fits of ways(model)) {
      const found = fitting.filter(fits).map(({ id }) => id);
      if (found.length > 0) return new Set(found.map(withoutVersion)).size === 1 ? found : [];
    }
    return [];
  };
}

/** The ways to tell that a candidate is the model, the strictest first. */
function ways({ names, lab }: Named): ((candidate: Candidate) => boolean)[] {
  const bare = (text: string, { vendor }: Candidate) => keyWithout(text, vendor, lab ?? '');
  const local = (id: string) => withoutVersion(id.slice(id.indexOf('.') + 1));
  return names.flatMap((name) => [
    (candidate: Candidate) => candidate.id === name.toLowerCase(),
    (candidate: Candidate) => [...candidate.names].some((other) => key(words(other)) === key(words(name))),
    (candidate: Candidate) =>
      [...candidate.names].some((other) => bare(other, candidate) === bare(name, candidate)) &&
      bare(name, candidate) !== '',
    (candidate: Candidate) =>
      [candidate.id.slice(candidate.id.indexOf('.') + 1), local(candidate.id)].some(
        (other) => bare(other, candidate) === bare(name, candidate),
      ) && bare(name, candidate) !== '',
  ]);
}
