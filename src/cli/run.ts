import type { Command } from './command.js';
import { runPipeline } from './runPipeline.js';

export const runOptions = [
  ...(['provider', 'concurrency', 'offline', 'live', 'mirror', 'timeout', 'out', 'stdout'] as const),
  ...(['limit', 'acceptShrink', 'dryRun', 'strict', 'quiet'] as const),
] as const;

export const run: Command = {
  name: 'run',
  summary: 'download, normalize, join with prices, write raw and enriched',
  options: [...runOptions, 'prices', 'minConfidence'],
  run: (options, surroundings) => runPipeline(options, surroundings, ['raw', 'enriched']),
};
