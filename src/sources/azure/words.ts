const kinds = {
  input: /^(inp|inpt|input)$/,
  output: /^(outp|outpt|output|opt|out)$/,
  cached: /^(cached|cchd|ccchd|cd|cache)$/,
  write: /^(wr|wrt|write|writes)$/,
  audio: /^aud$/,
  image: /^img$/,
  text: /^txt$/,
  global: /^(glbl|gl|global)$/,
  zone: /^(dz|dzn|dzone|datazone)$/,
  regional: /^(regnl|rgnl|reg|regional)$/,
  // The standard level is the one that a price is of where none is named.
  standard: /^(std|stnd|standard)$/,
  batch: /^batch$/,
  priority: /^(pp|prty|priority)$/,
  flex: /^flex$/,
  long: /^(l|longco|longcontext)$/,
  short: /^(shortco|shortcontext)$/,
  second: /^(seconds?|secs?)$/,
  minute: /^(minutes?|mins?)$/,
  hour: /^hours?$/,
  images: /^images$/,
  page: /^pages$/,
  character: /^(characters|chars)$/,
  search: /^searches$/,
  other: /^(ft|finetuned?|finetuning|grader|hosting|training|trng|provisioned|units?|dev)$/,
} as const;
export type Word = keyof typeof kinds;

/** The words of a name in lower case. */
export const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/data[\s-]?zone/g, 'dzone')
    .replace(/(long|short)[\s-]?context/g, '$1co')
    .replace(/search[\s-]?units?/g, 'searches')
    .split(/[\s_-]+/)
    .filter(Boolean);

/** What the words of a meter's name tell, and the words that are left. "1M Tokens" at its end is the unit. */
export function parsed(name: string): { said: Set<Word>; words: string[] } {
  const said = new Set<Word>();
  const all = wordsOf(name.replace(/(\s{1,4}1[km])?[\s-]{1,4}tokens?\s{0,4}$/i, ''));
  const words = all.filter((word) => {
    const kind = (Object.keys(kinds) as Word[]).find((each) => kinds[each].test(word));
    if (kind) said.add(kind);
    return kind === undefined;
  });
  return { said, words };
}
