/** Slugs whose model the API calls otherwise, by the list's ids. */
const calledOtherwise: readonly (readonly [RegExp, string])[] = [
  [/^voxtral-tts(?=-|$)/, 'voxtral-mini-tts'],
  [/^voxtral-mini-transcribe(?!-realtime)(-\d)*(?=-\d{4}$|$)/, 'voxtral-mini'],
  [/^leanstral(?=-|$)/, 'labs-leanstral'],
  [/^ocr(?=-)/, 'mistral-ocr'],
];

const dated = /^(.+)-(\d\d)-(\d\d)$/;

/** The slug without its version where the month of release stands behind it: that is what the id has. */
function stemOf(slug: string): string {
  const [, family = '', year = '', month = ''] = dated.exec(slug) ?? [];
  const isDated = year >= '22' && month >= '01' && month <= '12';
  return isDated ? `${family.replaceAll(/-\d{1,2}(?=-|$)/g, '')}-${year}${month}` : slug;
}

/**
 * The ids of a slug, the likeliest first: `mistral-medium-3-5-26-04` -> `mistral-medium-2604`, `ministral-3-14b-25-12` ->
 * `ministral-14b-2512`, `voxtral-tts-26-03` -> `voxtral-mini-tts-2603`.
 */
export function slugIds(slug: string): string[] {
  const stem = stemOf(slug);
  if (stem === '') return [];
  const [words, prefix = ''] = calledOtherwise.find(([found]) => found.test(stem)) ?? [];
  return words ? [stem.replace(words, prefix)] : [stem, `mistral-${stem}`, `labs-${stem}`];
}

/** A slug whose id follows from it, by its month or by the list above; of others the id is a guess. */
export const isKnownSlug = (slug: string): boolean =>
  stemOf(slug) !== slug || /^zai-/.test(slug) || calledOtherwise.some(([found]) => found.test(slug));
