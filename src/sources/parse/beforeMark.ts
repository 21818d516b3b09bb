/** The text before the first of a mark, trimmed: ("Kimi K2 (beta)", "(") -> "Kimi K2"; all of it where there is none. */
export const beforeMark = (text: string, mark: string): string => (text.split(mark, 1)[0] ?? '').trim();
