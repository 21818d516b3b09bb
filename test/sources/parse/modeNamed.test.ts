import { expect, it } from 'vitest';
import { modeNamed } from '../../../src/sources/parse/modeNamed.js';

it.each([
  ['chat', 'chat'],
  ['Responses', 'chat'],
  ['EMBEDDINGS', 'embedding'],
  ['reranker', 'rerank'],
  ['tts', 'speech'],
  ['stt', 'transcription'],
  ['text', null],
  ['constructor', null],
  ['', null],
  [null, null],
  [undefined, null],
])('%j -> %j', (word, mode) => expect(modeNamed(word)).toBe(mode));
