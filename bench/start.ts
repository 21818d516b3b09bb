import { spawnSync } from 'node:child_process';
import { inFolder, program, sharedRun } from './program.js';

/** How long a command takes beside `node -e 0`. */
interface StartFigure {
  readonly what: string;
  /** CPU and wall clock in words. */
  readonly ours: string;
  /** CPU seconds, ours divided by the floor: medians of one run. */
  readonly ratio: number;
  readonly bar: number;
}

interface Call {
  readonly what: string;
  readonly args: readonly string[];
  readonly input?: string;
}

const bar = 2.5;
const record = '{"id":"gpt-4o","provider":"openai"}\n';

const calls = (run: string, nothing: string): Call[] => [
  { what: '--version', args: ['--version'] },
  { what: '--help', args: ['--help'] },
  ...[
    { table: 'the shipped table', out: nothing },
    { table: 'a run’s table', out: run },
  ].flatMap(({ table, out }) => [
    { what: `price of one offer from ${table}`, args: ['price', 'openai/gpt-4o', '--out', out] },
    {
      what: `filter of one line by ${table}`,
      args: ['enrich-pricing', '--stdin', '--quiet', '--out', out],
      input: record,
    },
  ]),
];

/** The commands that are started most, each in turn with Node alone. Needs bash, whose `time` counts what a child spent. */
export const start = (): Promise<StartFigure[]> => measured(15);

/** That they answer; no times. */
export const short = (): Promise<StartFigure[]> => measured(1);

const measured = async (rounds: number): Promise<StartFigure[]> => {
  const run = await sharedRun();
  return inFolder((nothing) => Promise.resolve(figures(calls(run, nothing), rounds)));
};

function figures(all: readonly Call[], rounds: number): StartFigure[] {
  const node: Call = { what: 'node', args: ['-e', '0'] };
  const spent = [node, ...all].map((call) => ({ call, cpu: [] as number[], wall: [] as number[] }));
  for (let round = 0; round <= rounds; round++)
    for (const one of spent) {
      const { cpu, wall } = timed(one.call.args, one.call.input);
      if (round === 0) continue; // It only warms up.
      one.cpu.push(cpu);
      one.wall.push(wall);
    }
  const [floor, ...ours] = spent.map(({ call, cpu, wall }) => ({
    what: call.what,
    cpu: median(cpu),
    wall: median(wall),
  }));
  return ours.map(({ what, cpu, wall }) => ({
    ...{ what, bar, ratio: cpu / (floor?.cpu ?? NaN) },
    ours: `${Math.round(cpu * 1000)} ms, wall clock ${(wall / (floor?.wall ?? NaN)).toFixed(2)} times`,
  }));
}

/** Seconds that a call of Node takes; an error where it ends with another code than 0 or says nothing. */
function timed(args: readonly string[], input = ''): { readonly wall: number; readonly cpu: number } {
  const called = args[0] === '-e' ? args : [program, ...args];
  const script = 'TIMEFORMAT="%R %U %S"; time "$0" "$@"';
  const { status, stderr } = spawnSync('bash', ['-c', script, process.execPath, ...called], {
    input,
    encoding: 'utf8',
  });
  const [wall = NaN, user = NaN, system = NaN] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  if (status !== 0) throw new Error(`${called.join(' ')} ended with ${status ?? 'a signal'}: ${stderr}`);
  return { wall, cpu: user + system };
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
