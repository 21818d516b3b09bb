import type { Modality, Mode } from '../../model/model.js';
import { modalitiesOf, modeOf } from '../parse/modalities.js';

/** What fal calls some modalities; `3d`, `json` and the like are none. */
const spellings: Readonly<Record<string, string>> = { speech: 'audio', music: 'audio' };

/** Categories that are not of the form `x-to-y`. */
const others: Readonly<Record<string, readonly [Modality[], Modality[]]>> = {
  vision: [['image', 'text'], ['text']],
  llm: [['text'], ['text']],
};

/** The modalities of a category: `image-to-video` -> image in, video out; none for `training`, `unknown`, `json`. */
export function sidesOf(category: string | null): { input: Modality[]; output: Modality[] } {
  const name = category?.toLowerCase() ?? '';
  const [, from, to] = /^(.+)-to-(.+)$/.exec(name) ?? [];
  const [input, output] = others[name] ?? (from && to ? [side(from), side(to)] : [[], []]);
  return { input, output };
}

const side = (words: string): Modality[] => modalitiesOf([spellings[words] ?? words]);

/** What a category is for, as far as it says. */
export function modeIn(category: string | null): Mode | null {
  const name = category?.toLowerCase();
  if (name === 'llm') return 'chat';
  if (name === 'training') return 'other';
  if (name === 'text-to-speech') return 'speech';
  if (name === 'speech-to-text') return 'transcription';
  if (name !== undefined && /-to-3d$|^(audio|speech)-to-(audio|speech)$/.test(name)) return 'other';
  const { input, output } = sidesOf(category);
  const [only] = output;
  return only === 'image' || only === 'video' ? modeOf(input, output) : null;
}
