import { declare, number } from './declare.js';

const mostUnits = Number.MAX_SAFE_INTEGER;

const counted = (name: string, help: string) =>
  declare({
    flags: `--${name} <n>`,
    help,
    expects: 'a whole number from 0 to 2^53',
    read: number(/^\d+$/, 0, mostUnits),
  });

const measured = (name: string, help: string) =>
  declare({
    ...counted(name, help),
    expects: 'a number from 0 to 2^53',
    read: number(/^\d+(\.\d+)?$/, 0, mostUnits),
  });

/** What a call used, an option each. No token counts in two of them. */
export const unitOptions = {
  input: counted('input', 'tokens of the prompt that were neither cached nor sound'),
  output: counted('output', 'tokens of the answer, its reasoning aside'),
  cacheRead: counted('cache-read', 'tokens of the prompt that were read from the cache'),
  cacheWrite: counted('cache-write', 'tokens that were written to the cache for the shortest time on offer'),
  cacheWrite1h: counted('cache-write-1h', 'tokens that were written to the cache for an hour'),
  reasoning: counted('reasoning', 'tokens of reasoning; they cost as output where they have no price of their own'),
  inputAudio: counted('input-audio', 'tokens of sound that went in'),
  outputAudio: counted('output-audio', 'tokens of sound that came out'),
  inputImage: counted('input-image', 'tokens of pictures that went in'),
  outputImage: counted('output-image', 'tokens of pictures that came out'),
  images: counted('images', 'images that came out, where they are priced by the piece'),
  searches: counted('searches', 'searches of the web, or search units'),
  requests: counted('requests', 'requests, where they have a price beside their tokens'),
  seconds: measured('seconds', 'seconds of audio or video'),
  pages: counted('pages', 'pages of documents that were read'),
  characters: counted('characters', 'characters of text'),
} as const;
