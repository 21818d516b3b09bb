import { withoutBetween } from '../sources/parse/withoutBetween.js';
import { behindHeads } from './heads.js';
import { INSTRUCT } from './data/variants.js';
import { withoutDashed } from './dashes.js';
import { familiesOf } from './labOf.js';
import { plain } from './plain.js';
import type { Token } from './token.js';
import { tokenize } from './tokenize.js';

const wordsIn = (tokens: readonly Token[]): string[] =>
  tokens.filter(({ kind, text }) => kind === 'word' && !INSTRUCT.has(text)).map(({ text }) => text);
const has = (tokens: readonly Token[], kind: Token['kind']): boolean => tokens.some((token) => token.kind === kind);

/**
 * What the display name adds to an id, never against it: the version where the id has a family and no version or size
 * (`deepseek/deepseek-chat`, "DeepSeek V3"), the parameters where the names are equal otherwise.
 */
export function addedByName(tokens: readonly Token[], name: string, provider: string): readonly Token[] {
  const bare = withoutBetween(plain(name).replace(/^[^:]*: /, ''), '(', ')', ' ')
    .trim()
    .replace(/ +/g, '-');
  const { name: headless } = behindHeads(bare, provider, {});
  const families = familiesOf(headless.split(/[^a-z]+/));
  const said = tokenize(withoutDashed(headless, families, {}));
  const [own, others] = [wordsIn(tokens), wordsIn(said.tokens)];
  if (
    said.latest !== null ||
    !others.some((word) => families.includes(word)) ||
    !others.every((word) => own.includes(word))
  )
    return [];
  const versions = said.tokens.filter(({ kind, text }) => kind === 'version' && text !== '1');
  if (!has(tokens, 'version') && !has(tokens, 'size')) return own.length === 1 ? versions : [];
  const alike = own.length === others.length && versionsIn(tokens) === versionsIn(said.tokens);
  return alike && !has(tokens, 'size') ? said.tokens.filter(({ kind }) => kind === 'size') : [];
}

const versionsIn = (tokens: readonly Token[]): string =>
  tokens
    .filter(({ kind }) => kind === 'version')
    .map(({ text }) => text)
    .sort()
    .join(' ');
