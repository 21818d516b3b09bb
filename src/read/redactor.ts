import { plainly, type SecretPattern, secretPattern, signOf, spelled } from './secretPattern.js';

/** A value that nobody may see, and the name that stands in its place. */
export interface Secret {
  readonly name: string;
  readonly value: string;
  /** What stands before it where it is sent: the prefix or the name of its header. */
  readonly leads?: readonly string[];
}

/** Puts the names of secrets in the place of their values. */
export interface Redactor {
  /** Learns secrets; whoever has seen one may say it from now on. */
  readonly add: (secrets: readonly Secret[]) => void;
  /** A text with all secrets hidden, in whatever form it holds them. */
  readonly hide: (text: string) => string;
  /** The same for every text and every key in a value of lists and objects; given as it is where it holds none. */
  readonly hideIn: <Value>(value: Value) => Value;
}

/** A shorter value is an ordinary word of any text and no secret: no provider gives such keys. */
const shortest = 8;

/** A redactor that knows nothing yet. Secrets are hidden in any form (`secretPattern`), short ones only where they are said to be one. */
export function createRedactor(): Redactor {
  const known = new Map<string, Hidden>();
  const foundIn = (text: string): Hidden[] => {
    if (known.size === 0) return [];
    const plain = plainly(text);
    const found = [...known.values()].filter(({ signs }) => signs.some((sign) => plain.includes(sign)));
    // One secret may be a part of another.
    return found.sort((a, b) => b.length - a.length);
  };
  const hide = (text: string, some = foundIn(text)): string =>
    some.reduce((shown, { name, regex }) => shown.replace(regex, (_, lead: string) => `${lead}{${name}}`), text);
  return {
    add: (secrets) => {
      for (const secret of secrets)
        if (secret.value !== '' && !known.has(secret.value)) known.set(secret.value, hiddenBy(secret));
    },
    hide: (text) => hide(text),
    hideIn: (value) => {
      const some = known.size === 0 ? [] : foundIn(JSON.stringify(value));
      return some.length === 0 ? value : mapTexts(value, (text) => hide(text, some));
    },
  };
}

interface Hidden {
  readonly name: string;
  readonly length: number;
  readonly signs: SecretPattern['signs'];
  readonly regex: RegExp;
}

function hiddenBy({ name, value, leads = [] }: Secret): Hidden {
  const { source, signs } = secretPattern(value);
  const length = value.length;
  if (length >= shortest) return { name, length, signs, regex: new RegExp(`()(?:${source})`, 'gi') };
  const before = leads.map(spelled).join('|');
  const lead = before === '' ? '((?<![a-z0-9]))' : `((?:${before})[\\s"':=\\\\]{1,8})`;
  return { name, length, signs: [signOf(value)], regex: new RegExp(`${lead}${spelled(value)}(?![a-z0-9])`, 'gi') };
}

/** Texts and keys of a value mapped; dates and the like have none. */
function mapTexts<Value>(value: Value, map: (text: string) => string): Value {
  if (typeof value === 'string') return map(value) as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, map)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [map(key), mapTexts(inner, map)])) as Value;
}
