import type { Command } from '../command.js';
import { execute } from '../execute.js';
import { listsOf } from '../lists.js';
import { networksOf } from '../networks.js';
import { providersOf } from '../providers.js';

export const runOptions = [
  ...(['provider', 'concurrency', 'offline', 'live', 'mirror', 'timeout', 'out', 'wait', 'stdout'] as const),
  ...(['limit', 'acceptShrink', 'acceptJump', 'dryRun', 'strict', 'quiet'] as const),
] as const;

export const run: Command = {
  name: 'run',
  summary: 'download, normalize, settle prices, write raw and enriched',
  options: [...runOptions, 'prices', 'minConfidence'],
  run: async (options, surroundings) => {
    const { lists, networks } = await listsOf(options, networksOf(options, surroundings));
    const sources = await providersOf(options, networks);
    return execute(
      { networks, lists, datasets: ['raw', 'enriched'], ...(sources && { sources }) },
      options,
      surroundings,
    );
  },
};
