import { expect, it } from 'vitest';
import { readme } from '../readme.js';
import { commandLine } from '../cli/ratecard.js';

const walk = /<!-- walk -->\n```\n(.*?)```\n<!-- \/walk -->/s.exec(readme())?.[1] ?? '';
const steps = walk
  .split(/^\$ /m)
  .slice(1)
  .map((step) => {
    const [command = '', ...shown] = step.trimEnd().split('\n');
    const [, input = '', args = ''] = /^(?:echo '(.*)' \| )?ratecard (.*)$/.exec(command) ?? [];
    return { command, input, args: args.split(' '), shown };
  });

it('has a walk', () => {
  expect(steps.length).toBe(4);
});

it.each(steps)('$command', { timeout: 60_000 }, async ({ input, args, shown }) => {
  const { code, stdout } = await commandLine(args, { input });
  const lines = stdout.trimEnd().split('\n');
  const isCut = shown.at(-1) === '…';
  expect([code, isCut ? lines.slice(0, shown.length - 1) : lines]).toEqual([0, isCut ? shown.slice(0, -1) : shown]);
});
