import type { Mode } from '../../model/model.js';
import { modeOf } from '../parse/modalities.js';
import { type Sides, sidesOf } from '../parse/sidesOf.js';

/** Categories that are not of the form `x-to-y`. */
const others: Readonly<Record<string, Sides>> = {
  vision: { input: ['image', 'text'], output: ['text'] },
  llm: { input: ['text'], output: ['text'] },
};

/** The modalities of a category: `image-to-video` -> image in, video out; none for `training`, `unknown`, `json`. */
export function categorySides(category: string | null): Sides {
  const name = category?.toLowerCase() ?? '';
  return others[name] ?? sidesOf(name.includes('-to-') ? name.replaceAll('music', 'audio') : '');
}

/** What a category is for, as far as it says. */
export function modeIn(category: string | null): Mode | null {
  const name = category?.toLowerCase();
  if (name === 'llm') return 'chat';
  if (name === 'training') return 'other';
  if (name === 'text-to-speech') return 'speech';
  if (name === 'speech-to-text') return 'transcription';
  if (name !== undefined && /-to-3d$|^(audio|speech)-to-(audio|speech)$/.test(name)) return 'other';
  const { input, output } = categorySides(category);
  const [only] = output;
  return only === 'image' || only === 'video' ? modeOf(input, output) : null;
}
