const letters = /[\p{L}\p{N}]+/gu;
const isDigit = (char: string | undefined): boolean => char !== undefined && /\p{N}/u.test(char);

/** Between the parts of a word: something where two numbers meet, such as a version's, else maybe nothing. */
const joint = (before: string, after: string): string =>
  isDigit(before.at(-1)) && isDigit(after[0]) ? '[^\\p{L}\\p{N}]' : '[^\\p{L}\\p{N}]?';

/** A word as it may be written: `gpt4o` is `gpt-4o`, `3.3` is `3-3`; a number is no part of a longer one. */
function pattern(word: string): RegExp | null {
  const parts = [...(word.match(letters) ?? [])].flatMap((part) => part.match(/\p{N}+|[^\p{N}]+/gu) ?? []);
  const [first, ...rest] = parts;
  if (first === undefined) return null;
  const body = rest.reduce((text, part, i) => `${text}${joint(parts[i] ?? '', part)}${part}`, first);
  return new RegExp(`${isDigit(first[0]) ? '(?<!\\p{N})' : ''}${body}${isDigit(body.at(-1)) ? '(?!\\p{N})' : ''}`, 'u');
}

/** Tells whether texts hold all words of another text, in any order, case and spelling; without words all do. */
export function holdsWords(text: string): (texts: readonly string[]) => boolean {
  const patterns = text
    .toLowerCase()
    .split(/[\s\-_/:,]+/)
    .flatMap((word) => pattern(word) ?? []);
  return (texts) => {
    const whole = texts.join(' ').toLowerCase();
    return patterns.every((one) => one.test(whole));
  };
}
