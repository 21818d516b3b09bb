/** The versions of Node whose V8 knows these flags, as looked up in the options of each; another tells at every start of one that it does not know. */
const oldest = 20;
const newest = 26;

/**
 * What V8 is told to do otherwise for these arguments, such as `--interrupt-budget=600000`; nothing for a version of Node
 * that nobody looked at.
 */
export function v8FlagsFor(node: string, args: readonly string[]): string[] {
  const major = Number.parseInt(node);
  if (!(major >= oldest && major <= newest)) return [];
  return [optimizeLate(major), ...(args.includes('--stdin') ? smallHeap(major, args[0]) : [])];
}

/** A run lasts seconds: code is worth optimizing later than by default, which costs a run a third more CPU. */
const optimizeLate = (major: number): string =>
  major === oldest ? '--interrupt-budget=600000' : '--invocation-count-for-turbofan=30000';

/**
 * Collects young garbage early, for a filter of millions of lines makes much of it and keeps none, and may run beside what it
 * watches: a third less memory at hardly more CPU. It does so in its own thread, because there is so little each time that to
 * hand it to others costs more than to do it. And the heap grows in small steps, which takes a third less of `cost`, and of
 * the other filter where price lists are open; from Node 24 on it costs that one half as much CPU again, and saves little.
 */
const smallHeap = (major: number, command: string | undefined): string[] => [
  ...['--semi-space-growth-factor=1', '--max-semi-space-size=2'],
  ...['--no-parallel-scavenge', '--no-concurrent-array-buffer-sweeping'],
  ...(major < 24 || command === 'cost' ? ['--heap-growing-percent=20'] : []),
];
