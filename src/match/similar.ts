import { compareTwoStrings } from 'string-similarity';
import { date } from './dateGuard.js';
import { latest, path, revision, size, stage, tier, variant, vendor, version } from './guards.js';
import type { ModelName } from './name.js';
import { byPath } from './narrowed.js';
import { spelledAlike } from './spelledAlike.js';
import { squeezed } from './squeezed.js';
import type { Guard, Strategy } from './strategy.js';
import { isSoft, isTier, isVariant } from './words.js';

/** Dice's coefficient of two spellings from which they count as one: above what separates ministral from mistral (0.86). */
const THRESHOLD = 0.9;

const joined = ({ words }: ModelName): string => words.join('');
const read = new WeakMap<ModelName, string>();

/** The letters of a name itself, without what stands before it. */
const letters = ({ text }: ModelName): string => squeezed(text.slice(text.lastIndexOf('/') + 1));

/** The same, read once a name. */
function lettersOf(name: ModelName): string {
  const known = read.get(name);
  if (known !== undefined) return known;
  const made = letters(name);
  read.set(name, made);
  return made;
}

/** How alike two names are, 0…1: by their words in any order, or by all that they say in its own. */
export const likeness = (a: ModelName, b: ModelName): number =>
  Math.max(compareTwoStrings(joined(a), joined(b)), compareTwoStrings(lettersOf(a), lettersOf(b)));

/** Numbers must be equal, and so must the number of letters, however they are cut into words. */
function block({ words, versions, sizes, date: day }: ModelName): string {
  let count = 0;
  for (const word of words) count += word.length;
  return `${count}|${versions.join(' ')}|${sizes.join(',')}|${day ?? ''}`;
}

/** A guard that compares words has nothing to say of names whose words are cut otherwise: `gpt4omini` says mini all the same. */
const unlessOnlyCut = (guard: Guard): Guard => ({
  name: guard.name,
  objection: (model, price) => (lettersOf(model) === lettersOf(price.name) ? null : guard.objection(model, price)),
});

/** Words that the guards of tier and variant want on both sides, unless a name is only cut otherwise. */
const says = ({ words }: ModelName): string =>
  words.filter((word) => isTier(word) || (isVariant(word) && !isSoft(word))).join(' ');

const spelling: Guard = {
  name: 'spelling',
  isCostly: true,
  objection: (model, { name }) => {
    const alike = likeness(model, name);
    return alike >= THRESHOLD ? null : `spelled alike to ${alike.toFixed(2)}, less than ${THRESHOLD}`;
  },
};

/**
 * The same numbers, and a name that is cut into words elsewhere (`gpt4omini`, `wizardlm-2`) or, with the same tier and variant
 * words, spelled almost alike.
 */
export const similar: Strategy = {
  name: 'similar',
  needs: { knownWords: false, knownVersions: true, wholeName: true },
  block,
  narrowed: byPath(spelledAlike({ letters, spellings: [joined, letters], says, least: THRESHOLD })),
  guards: [vendor, path, ...[tier, variant, stage].map(unlessOnlyCut), version, size, revision, date, latest, spelling],
  level: () => 'similar',
  explain: (model, { name }) =>
    `${model.text} and ${name.text} are spelled alike to ${likeness(model, name).toFixed(2)} and have the same numbers`,
  onTie: 'refuse',
};
