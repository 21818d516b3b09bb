/** HTML's names of characters that keys hold. */
const htmlNames: Readonly<Record<string, string>> = {
  ...{
    '&': 'amp',
    '"': 'quot',
    "'": 'apos',
    '<': 'lt',
    '>': 'gt',
    '/': 'sol',
    '+': 'plus',
    '=': 'equals',
    ':': 'colon',
  },
  ...{
    '.': 'period',
    ',': 'comma',
    ';': 'semi',
    _: '(?:lowbar|UnderBar)',
    '-': '(?:hyphen|dash)',
    '!': 'excl',
    '#': 'num',
  },
  ...{ $: 'dollar', '%': 'percnt', '(': 'lpar', ')': 'rpar', '*': '(?:ast|midast)', '?': 'quest', '@': 'commat' },
  ...{ '[': '(?:lsqb|lbrack)', '\\': 'bsol', ']': '(?:rsqb|rbrack)', '^': 'Hat', '`': 'grave', '{': '(?:lcub|lbrace)' },
  ...{ '|': '(?:verbar|vert)', '}': '(?:rcub|rbrace)' },
};

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/**
 * One character in every spelling that a body may have of it: as it is, behind backslashes, as an escape of JSON or JavaScript,
 * as a reference of HTML, percent-encoded, and some of these within another. All repetitions are bounded, so that a text of
 * backslashes takes no longer than any other.
 */
function anySpelling(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const hex = code.toString(16).padStart(2, '0');
  const name = htmlNames[char];
  const references = [`#0{0,5}${code};?`, `#x0{0,5}${hex};?`, ...(name === undefined ? [] : [`${name};?`])];
  const percent = [...new TextEncoder().encode(char)].map(
    (byte) => `%(?:25){0,3}${byte.toString(16).padStart(2, '0')}`,
  );
  return [
    '(?:',
    [
      // A letter or digit behind a backslash is another character.
      /[a-z0-9]/i.test(char) ? literal(char) : String.raw`\\{0,7}${literal(char)}`,
      String.raw`\\{1,7}(?:u\{0{0,4}${hex}\}|u${hex.padStart(4, '0')}${code < 256 ? `|x${hex}` : ''})`,
      `&(?:amp;){0,3}(?:${references.join('|')})`,
      percent.join(''),
    ].join('|'),
    ')',
  ].join('');
}

const escapedBase64: Readonly<Record<string, string>> = {
  '+': `(?:-|${anySpelling('+')})`,
  '/': `(?:_|${anySpelling('/')})`,
};

/**
 * The base64 of a text that holds the secret: what of it doesn't depend on the text around, for each of the three ways in which
 * it may lie in the groups of three bytes.
 */
const inBase64 = (bytes: Buffer): string[] =>
  [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    return whole.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((whole.length * 8) / 6));
  });

/** What finds one secret in a text, however it is written there. */
export interface SecretPattern {
  /** The source of a regular expression, for the flag `i`. */
  readonly source: string;
  /** In small letters: a text without each of these, once its letters and digits are spelled plainly, doesn't hold it. */
  readonly signs: readonly string[];
}

/** The source of a regular expression, for the flag `i`, that finds a text in any mixture of escapes. */
export const spelled = (text: string): string => Array.from(text, anySpelling).join('');

/** The secret plain or escaped in any mixture of ways, its base64 in both alphabets, and its bytes in hexadecimal. */
export function secretPattern(value: string): SecretPattern {
  const bytes = Buffer.from(value, 'utf8');
  const base64 = inBase64(bytes);
  const hex = bytes.toString('hex');
  const padding = `[\\w+/-]?${anySpelling('=')}{0,2}`;
  const encoded = base64.map((known) => Array.from(known, (char) => escapedBase64[char] ?? char).join('') + padding);
  return {
    source: [spelled(value), ...encoded, hex].join('|'),
    signs: [value, ...base64, hex].map(signOf),
  };
}

/** The longest row of letters and digits, which most ways of writing leave as they are. */
export const signOf = (text: string): string =>
  text
    .split(/[^a-z0-9]+/i)
    .reduce((longest, run) => (run.length > longest.length ? run : longest), '')
    .toLowerCase();

const escapes =
  /\\{1,7}(?:u\{0{0,4}([0-9a-f]{2})\}|u00([0-9a-f]{2})|x([0-9a-f]{2}))|&(?:amp;){0,3}#(?:0{0,5}(4[89]|[5-9]\d|1[01]\d|12[0-2])|x0{0,5}([0-9a-f]{2}));?|%(?:25){0,3}([0-9a-f]{2})/gi;

/** A text in small letters with the escapes of letters and digits undone, to look for signs in. */
export const plainly = (text: string): string =>
  text
    .replace(escapes, (whole, a?: string, b?: string, c?: string, decimal?: string, d?: string, e?: string) => {
      const char = String.fromCharCode(
        decimal === undefined ? parseInt(a ?? b ?? c ?? d ?? e ?? '', 16) : Number(decimal),
      );
      return /[a-z0-9]/i.test(char) ? char : whole;
    })
    .toLowerCase();
