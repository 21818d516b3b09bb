import { INSTRUCT } from './data/variants.js';
import type { Reading } from './reading.js';
import { rememberFor } from './rememberFor.js';
import type { Token } from './token.js';

/** A reading on its way to an identity: parts that the table fills in or takes out change, the reading stays. */
export interface Named {
  readonly reading: Reading;
  readonly lab: string;
  /** In the name's own order; `instruct` and its like are apart. */
  readonly tokens: readonly Token[];
  /** `instruct`, `it` or `chat`, as it was written. */
  readonly instruct: string | null;
  readonly revision: string | null;
  readonly date: string | null;
  readonly latest: boolean;
  /** The name before the table filled anything in. */
  readonly written: { readonly tokens: readonly Token[]; readonly instruct: string | null };
}

/**
 * Takes the word for a model that talks apart. OpenAI sells models by these words, and DeepSeek an alias; DeepSeek's `chat`
 * before a version says nothing (`deepseek-chat-v3.1`).
 */
export function namedOf(reading: Reading, lab: string): Named {
  const known = names.get(reading);
  if (known?.lab === lab) return known;
  const named = firstNamed(reading, lab);
  names.set(reading, named);
  return named;
}

/** By the lab that was asked last: a known offer is named again beside each new one. */
const names = new WeakMap<Reading, Named>();

function firstNamed(reading: Reading, lab: string): Named {
  const versioned = reading.tokens.some(({ kind }) => kind === 'version');
  const soft = ({ text }: Token): boolean =>
    INSTRUCT.has(text) && lab !== 'openai' && !(lab === 'deepseek' && !versioned);
  const { date, revision, latest } = reading;
  const instruct = reading.tokens.find(soft)?.text ?? null;
  const tokens = reading.tokens.filter((token) => !soft(token));
  const kept = lab === 'deepseek' && instruct === 'chat' ? null : instruct;
  return { reading, lab, tokens, instruct: kept, revision, date, latest, written: { tokens, instruct: kept } };
}

/** The parts of a name by kind, sorted, each once. */
interface Parts {
  readonly words: readonly string[];
  readonly versions: readonly string[];
  readonly sizes: readonly string[];
  readonly stem: (lab: string) => string;
  readonly sizedStem: (lab: string) => string;
}

const texts = (tokens: readonly Token[], kind: Token['kind']): string[] =>
  [...new Set(tokens.filter((token) => token.kind === kind).map(({ text }) => text))].sort();

/** Every step asks for them. */
const partsOf = rememberFor((tokens: readonly Token[]): Parts => {
  const [words, versions, sizes] = [texts(tokens, 'word'), texts(tokens, 'version'), texts(tokens, 'size')];
  const stem = `${words.join(' ')}|${versions.join(' ')}`;
  return { words, versions, sizes, stem: behindLab(stem), sizedStem: behindLab(`${stem}|${sizes.join(' ')}`) };
});

/** The same text for the same lab, since to put texts together and to hash them takes longer than to look one up. */
function behindLab(stem: string): (lab: string) => string {
  let last: { readonly lab: string; readonly text: string } | undefined;
  return (lab) => {
    if (last?.lab !== lab) last = { lab, text: `${lab}|${stem}` };
    return last.text;
  };
}

export const wordsOf = ({ tokens }: Pick<Named, 'tokens'>): readonly string[] => partsOf(tokens).words;
export const versionsOf = ({ tokens }: Pick<Named, 'tokens'>): readonly string[] => partsOf(tokens).versions;
export const sizesOf = ({ tokens }: Pick<Named, 'tokens'>): readonly string[] => partsOf(tokens).sizes;

/** Lab, words and versions: equal for all sizes and releases of a name. */
export const stemOf = ({ lab, tokens }: Pick<Named, 'tokens' | 'lab'>): string => partsOf(tokens).stem(lab);
/** The same with the sizes. */
export const sizedStemOf = ({ lab, tokens }: Pick<Named, 'tokens' | 'lab'>): string => partsOf(tokens).sizedStem(lab);
