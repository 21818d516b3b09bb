import { colours } from '../../../src/cli/show/live/paint.js';
import { viewOf } from '../../../src/cli/show/live/view.js';
import { blocks } from '../../../src/cli/show/marks.js';
import { newState, type RunningSource, type RunState } from '../../../src/operators/followRun/runState.js';
import { openScreen } from '../../cli/show/screen.js';
import type { Scene } from './sessionSvg.js';

const total = 189;
const retry = { request: 'r', attempt: 2, attempts: 4, at: 21_000, why: 'api.mistral.ai answered 503' };
const source = (name: string, since: number, more: Partial<RunningSource> = {}): RunningSource => ({
  ...{ name, since, asked: 1, answered: 0, retries: [], waitsFor: null },
  ...more,
});

/** Moments of a run over the network, made up: what a run meets there is never twice the same. */
const moments: readonly (Pick<RunState, 'done' | 'models' | 'prices' | 'troubles'> & {
  readonly now: number;
  readonly sources: readonly RunningSource[];
})[] = [
  {
    ...{ now: 2_000, done: 4, models: 0, prices: 9_812, troubles: [] },
    sources: [
      source('LiteLLM', 200, { answered: 1 }),
      source('Portkey', 300, { asked: 41, answered: 12 }),
      source('Hugging Face', 600, { asked: 20, answered: 3 }),
      source('Mistral', 900),
      source('OpenRouter', 1_400),
    ],
  },
  {
    ...{ now: 12_000, done: 61, models: 2_954, prices: 21_306 },
    troubles: [{ name: 'Nebius', error: 'api.studio.nebius.com answered 404', keptOf: '2026-11-25' }],
    sources: [
      source('Hugging Face', 600, { asked: 161, answered: 118 }),
      source('Mistral', 900, { retries: [retry] }),
      source('Azure', 7_800, { asked: 6, answered: 5 }),
      source('Together AI', 10_700),
      source('DeepInfra', 11_200, { answered: 1 }),
    ],
  },
  {
    ...{ now: 22_000, done: 158, models: 7_210, prices: 21_306 },
    troubles: [{ name: 'Nebius', error: 'api.studio.nebius.com answered 404', keptOf: '2026-11-25' }],
    sources: [
      source('Hugging Face', 600, { asked: 161, answered: 160 }),
      source('Mistral', 900, { retries: [retry] }),
      source('Zhipu AI', 20_400),
      source('Xiaomi', 21_300),
      source('Z.AI', 21_600),
    ],
  },
];

/** How the program shows these. */
export function liveScenes(columns: number, rows: number): Promise<Scene[]> {
  return Promise.all(
    moments.map(async ({ now, sources, ...moment }) => {
      const left = new Map(Array.from({ length: total - moment.done }, (_, i) => [`provider/${i}`, 780]));
      const running = new Map(sources.map((one, i) => [`provider/${i}`, one]));
      const kept = moment.troubles.length;
      const state = {
        ...newState({ sources: [], concurrency: 5 }, 0),
        ...moment,
        total,
        left,
        running,
        kept,
        meanMs: 780,
      };
      const lines = viewOf(state, { columns, rows: rows - 1 }, { marks: blocks, paint: colours, now });
      const screen = openScreen(columns, rows);
      await screen.write(['$ ratecard', `\u001b[36m⠹\u001b[39m ${lines.join('\n')}`].join('\n'));
      return { lines: screen.runs(), seconds: 2 };
    }),
  );
}
