import { onTerminal, type OnTerminal } from '../../cli/onTerminal.js';
import { openScreen } from '../../cli/show/screen.js';
import { liveScenes } from './liveScenes.js';
import { type Scene, sessionSvg } from './sessionSvg.js';

const [columns, rows] = [100, 24];
export const sessionPath = 'docs/session.svg';
/** The run that the rest of the session asks. */
const run = ['--offline', '--concurrency', '10'];

/** A command of the session with what the real program wrote; of more than a screen the begin. */
async function sceneOf(args: readonly string[], { written }: Pick<OnTerminal, 'written'>): Promise<Scene> {
  const screen = openScreen(columns, rows);
  await screen.write(`$ ratecard ${args.join(' ')}\n${written}`);
  const lines = screen.runs();
  const last = lines.findLastIndex((line) => line.some(({ text }) => text.trim() !== ''));
  const shown =
    last < rows ? lines.slice(0, last + 1) : [...lines.slice(0, rows - 1), [{ x: 0, text: '…', colour: 8 }]];
  return { lines: shown, seconds: 7 };
}

/** Runs the session in a folder, after a run of all recordings that wrote into it, and gives it as a picture. */
export async function recordSession(cwd: string, ran: Pick<OnTerminal, 'written'>): Promise<string> {
  const scenes: Scene[] = [...(await liveScenes(columns, rows)), await sceneOf(run, ran)];
  for (const args of [
    ['offers', 'qwen', 'plus'],
    ['explain', 'mistral/mistral-large-latest'],
  ]) {
    scenes.push({
      ...(await sceneOf(args, await onTerminal(args, { columns, rows, cwd }))),
      isStill: args[0] === 'offers',
    });
  }
  return sessionSvg(scenes, columns, rows);
}

/** Runs all recordings in a folder, on a terminal of 80 by 24. */
export const runOnTerminal = (cwd: string, look?: Parameters<typeof onTerminal>[1]): Promise<OnTerminal> =>
  onTerminal(run, { ...look, cwd });
