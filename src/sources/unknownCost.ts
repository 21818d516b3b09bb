import type { Cost } from '../model/cost.js';

/** No price is known. */
export const unknownCost: Cost = {
  input: null,
  output: null,
  cacheRead: null,
  cacheWrite: null,
  cacheWrite1h: null,
  reasoning: null,
  inputAudio: null,
  outputAudio: null,
  inputImage: null,
  outputImage: null,
};
