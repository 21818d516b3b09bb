import { baselines } from './baselines.js';
import { bodies } from './bodies.js';
import { changes } from './changes.js';
import { changesFeed } from './changesFeed.js';
import { deadLetters } from './deadLetters.js';
import { history } from './history.js';
import { jsonLines } from './jsonLines.js';
import { manifest } from './manifest.js';
import { priceFiles } from './priceFiles.js';
import { providerFiles } from './providerFiles.js';
import { modelRegistry } from './modelRegistry.js';
import type { Sink } from './sink.js';

/** Every sink, in the order in which they are committed: the manifest last, for it tells the others' files. */
export const sinks: readonly Sink[] = [
  jsonLines,
  providerFiles,
  priceFiles,
  deadLetters,
  baselines,
  modelRegistry,
  history,
  changes,
  changesFeed,
  bodies,
  manifest,
];
