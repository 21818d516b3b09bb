/** The versions of Node whose V8 knows these flags, as looked up in the options of each; another tells at every start of one that it does not know. */
const oldest = 20;
const newest = 26;

/**
 * What V8 is told to do otherwise for this command, such as `--interrupt-budget=600000`; nothing for a version of Node that
 * nobody looked at.
 */
export function v8FlagsFor(node: string, [command, ...args]: readonly string[]): string[] {
  const major = Number.parseInt(node);
  if (!(major >= oldest && major <= newest)) return [];
  const heap = !args.includes('--stdin') ? [] : command === 'cost' ? smallHeap : smallYoung;
  return [optimizeLate(major), ...heap];
}

/** A run lasts seconds: code is worth optimizing later than by default, which costs a run a third more CPU. */
const optimizeLate = (major: number): string =>
  major === oldest ? '--interrupt-budget=600000' : '--invocation-count-for-turbofan=30000';

/**
 * Collects garbage early: a filter of millions of lines makes much of it and keeps none, and may run beside what it watches.
 * The default lets the heap grow to several times what is alive. It costs two thirds more CPU.
 */
const smallHeap = [
  ...['--heap-growing-percent=10', '--optimize-for-size'],
  ...['--semi-space-growth-factor=1', '--max-semi-space-size=4'],
];

/**
 * Collects young garbage early, which takes a third less memory of a filter that keeps little else, and hardly more CPU; and
 * in its own thread, because there is so little each time that to hand it to others costs more than to do it. The heap grows
 * in small steps, for once price lists are open, it keeps much and has little garbage.
 */
const smallYoung = [
  ...['--semi-space-growth-factor=1', '--max-semi-space-size=2', '--heap-growing-percent=20'],
  ...['--no-parallel-scavenge', '--no-concurrent-array-buffer-sweeping'],
];
