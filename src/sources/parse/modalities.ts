import { type Modality, modality, type Mode } from '../../model/model.js';

/** Other words that lists use for a modality. */
const spellings: Readonly<Record<string, Modality>> = {
  file: 'pdf',
  document: 'pdf',
  images: 'image',
  videos: 'video',
  speech: 'audio',
  txt: 'text',
  img: 'image',
  vid: 'video',
  aud: 'audio',
};

/** The modalities among the names, any case: `["Text", "file"]` -> `["text", "pdf"]`; what is none is left out. */
export const modalitiesOf = (names: readonly string[] | null | undefined): Modality[] =>
  (names ?? []).flatMap((name) => {
    const word = name.trim().toLowerCase();
    const known = modality.safeParse(spellings[word] ?? word);
    return known.success ? [known.data] : [];
  });

/** Whether files can go in beside the text; null where the inputs are not known. */
export const attachable = (input: readonly Modality[]): boolean | null =>
  input.length > 0 ? input.some((kind) => kind !== 'text') : null;

/**
 * What a model is for, as far as its modalities tell: one that gives only images makes images, one that turns
 * something else into nothing but audio speaks. null for text and for mixtures.
 */
export function modeOf(input: readonly Modality[], output: readonly Modality[]): Mode | null {
  const [only, ...more] = output;
  if (only === undefined || more.length > 0) return null;
  if (only === 'image' || only === 'video') return only;
  return only === 'audio' && !input.includes('audio') ? 'speech' : null;
}
