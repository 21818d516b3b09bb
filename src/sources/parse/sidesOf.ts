import type { Modality } from '../../model/model.js';
import { modalitiesOf } from './modalities.js';

/** What goes in and what comes out, as one word tells it. */
export interface Sides {
  readonly input: Modality[];
  readonly output: Modality[];
}

/**
 * The sides of a word with an arrow of some kind: "text+image->text", "image-to-video", "txt2img". Without one all of it
 * goes in; what is no modality is left out.
 */
export function sidesOf(words: string | null | undefined): Sides {
  const [input, output] = (words ?? '').split(/->|-to-|(?<=[a-z])2(?=[a-z])/i);
  return { input: modalitiesOf(input?.split(/[,+]/)), output: modalitiesOf(output?.split(/[,+]/)) };
}
