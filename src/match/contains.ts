import { date } from './dateGuard.js';
import { family, latest, minor, path, revision, size, stage, tier, variant, vendor, version } from './guards.js';
import { coreOf, type ModelName } from './name.js';
import { byDay, byPath } from './narrowed.js';
import { isFamilyRow, type Kind, type Priced, type Strategy } from './strategy.js';

/** What one side has more than the other, the weightiest first. */
function leftOver(model: ModelName, price: Priced): [Kind, string] {
  const row = price.name;
  if (model.versions.length < row.versions.length) return ['first-version', `version ${row.versions.at(-1) ?? ''}`];
  if (model.date === null && row.date !== null) return ['dated-row', 'the date of the snapshot it denotes'];
  const words = model.words.filter((word) => !row.words.includes(word));
  if (words.length > 0) return ['family', `${words.join(' ')}, which the row leaves open`];
  if (model.date !== null && row.date === null) {
    return [isFamilyRow(price) ? 'family' : 'dated-id', 'the date of a snapshot of that model'];
  }
  return model.latest === row.latest ? ['family', 'a release number'] : ['latest', '"latest"'];
}

/**
 * One name contains the other, at token boundaries, and what is left over is harmless: a date, `latest`, a release number.
 * The rows that stand for a family (`startsWith`, `includes`) are read here too.
 */
export const contains: Strategy = {
  name: 'contains',
  needs: { knownWords: true, knownVersions: true, wholeName: true },
  block: coreOf,
  narrowed: byPath(byDay),
  guards: [vendor, path, minor, family, tier, variant, version, size, stage, revision, date, latest],
  level: (model, price) => leftOver(model, price)[0],
  explain: (model, price) => `${model.text} and ${price.name.text} differ only in ${leftOver(model, price)[1]}`,
  onTie: 'refuse',
};
