import { expect, it } from 'vitest';
import { sidesOf } from '../../../src/sources/parse/sidesOf.js';

it.each([
  ['text->text', ['text'], ['text']],
  ['Text+Image -> text', ['text', 'image'], ['text']],
  ['text,file->image,audio', ['text', 'pdf'], ['image', 'audio']],
  ['image-to-video', ['image'], ['video']],
  ['text-to-3d', ['text'], []],
  ['txt2img', ['text'], ['image']],
  ['aud2txt', ['audio'], ['text']],
  ['text->embedding', ['text'], []],
  ['text', ['text'], []],
  ['training', [], []],
  ['', [], []],
  [null, [], []],
])('%j takes %j and gives %j', (words, input, output) => expect(sidesOf(words)).toEqual({ input, output }));
