let characters: Intl.Segmenter | undefined;

/** What a person takes for the characters of a text. The segmenter is made for the first one, for it takes its time. */
export function graphemesOf(text: string): string[] {
  characters ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(characters.segment(text), ({ segment }) => segment);
}
