import { checkJson } from './checkJson.js';

/**
 * The JSON values that stand behind `"key":` somewhere in a text, such as data within a script; what is cut off or no
 * JSON is left out. A value inside one that was found is not looked for again.
 */
export function embedded(text: string, key: string, revive?: (key: string, value: unknown) => unknown): unknown[] {
  const found: unknown[] = [];
  const starts = new RegExp(`"${key}"\\s*:\\s*(?=[[{])`, 'g');
  while (starts.exec(text)) {
    const end = endOf(text, starts.lastIndex);
    if (end === undefined) continue;
    const value = attempt(text.slice(starts.lastIndex, end), revive);
    if (value === undefined) continue;
    found.push(value);
    starts.lastIndex = end;
  }
  return found;
}

function attempt(part: string, revive?: (key: string, value: unknown) => unknown): unknown {
  checkJson(part);
  try {
    return JSON.parse(part, revive) as unknown;
  } catch {
    return undefined;
  }
}

/** Where the list or object that opens at `start` is closed; brackets within strings don't count. */
function endOf(text: string, start: number): number | undefined {
  const marks = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[[\]{}]/gs;
  marks.lastIndex = start;
  for (let depth = 0, mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[0] === '[' || mark[0] === '{') depth++;
    else if (mark[0] === ']' || mark[0] === '}') depth--;
    if (depth === 0) return marks.lastIndex;
  }
  return undefined;
}

/** The text that a Next.js page carries for React, its chunks joined; empty where the page has none. */
export const flightText = (html: string): string =>
  [...html.matchAll(/\.push\(\[1,\s*("[^"\\]*(?:\\.[^"\\]*)*")\s*\]\)/gs)]
    .map(([, chunk = '""']) => attempt(chunk))
    .filter((chunk) => typeof chunk === 'string')
    .join('');

/**
 * React's spellings of what JSON has no word for: `"$n12"` is a whole number, `"$$a"` is the text `$a`, `"$D…"` a date;
 * all others refer to something elsewhere or to nothing, and read as null. For `embedded`.
 */
export const reviveFlight = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'string' || !value.startsWith('$')) return value;
  if (value.startsWith('$$')) return value.slice(1);
  return /^\$n(-?\d+)$/.exec(value)?.[1] ?? /^\$D(.+)$/.exec(value)?.[1] ?? null;
};
