import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { colours, plain } from '../../../../src/cli/show/live/paint.js';
import { viewOf } from '../../../../src/cli/show/live/view.js';
import { ascii, blocks } from '../../../../src/cli/show/marks.js';
import { newState, type RunningSource, type RunState } from '../../../../src/operators/followRun/runState.js';

const look = { marks: blocks, paint: plain, now: 45_000 };
const aSource = (name: string, more: Partial<RunningSource> = {}): RunningSource => ({
  ...{ name, since: 40_000, asked: 1, answered: 0, retries: [], waitsFor: null },
  ...more,
});
const retry = { request: 'r', attempt: 2, attempts: 4, at: 48_200, why: 'api.mistral.ai answered 503' };
const aState = (running: readonly RunningSource[] = [], more: Partial<RunState> = {}): RunState => ({
  ...newState({ sources: [], concurrency: 5 }, 0),
  ...{ total: 160, done: 45, models: 3_214, prices: 9_120, failed: 1, kept: 1 },
  left: new Map(Array.from({ length: 115 }, (_, i) => [`provider/${i}`, 4_000])),
  meanMs: 4_000,
  troubles: [{ name: 'Groq', error: 'api.groq.com answered 401: set GROQ_API_KEY', keptOf: null }],
  running: new Map(running.map((source, i) => [String(i), source])),
  ...more,
});
const some = [
  aSource('Mistral', { retries: [retry] }),
  aSource('Together AI', { asked: 12, answered: 3 }),
  aSource('智谱人工智能开放平台', { since: 31_000 }),
  aSource('Google', { answered: 1 }),
  aSource('Cohere', { waitsFor: 'turn' }),
  aSource('xAI', { waitsFor: 'lists' }),
  aSource('Anthropic', { waitsFor: 'lists' }),
];

describe('the view of a run', () => {
  it('fits 80 columns', () =>
    expect(viewOf(aState(some), { columns: 80, rows: 24 }, look)).toEqual([
      'Progress: 45/160 (28.1%) - 7 running - Elapsed: 45s - ETA: 92s',
      '  ████████▌░░░░░░░░░░░░░░░░░░░░░  3,214 models, 9,120 prices, 1 failed, 1 kept',
      '  Mistral               retrying  in 3s, attempt 2 of 4: api.mistral.ai answer…',
      '  Together AI           fetching  5s, 3 of 12 pages',
      '  智谱人工智能开放平台  fetching  14s',
      '  Google                parsing',
      '  Cohere                waiting   for its turn',
      '  2 read, waiting for the price lists',
      '  Groq failed: api.groq.com answered 401: set GROQ_API_KEY',
    ]));

  it('fits 40 columns', () =>
    expect(viewOf(aState(some), { columns: 40, rows: 24 }, look)).toEqual([
      'Progress: 45/160 (28.1%) - ETA: 92s',
      '  3,214 models, 9,120 prices, 1 failed…',
      '  Mistral          retrying  in 3s, at…',
      '  Together AI      fetching  5s, 3 of…',
      '  智谱人工智能开…  fetching  14s',
      '  Google           parsing',
      '  Cohere           waiting   for its t…',
      '  2 read, waiting for the price lists',
      '  Groq failed: api.groq.com answered 4…',
    ]));

  it('has all at 200 columns', () =>
    expect(viewOf(aState([some[0] as RunningSource]), { columns: 200, rows: 60 }, look)).toEqual([
      'Progress: 45/160 (28.1%) - 1 running - Elapsed: 45s - ETA: 92s',
      '  ████████▌░░░░░░░░░░░░░░░░░░░░░  3,214 models, 9,120 prices, 1 failed, 1 kept',
      '  Mistral  retrying  in 3s, attempt 2 of 4: api.mistral.ai answered 503',
      '  Groq failed: api.groq.com answered 401: set GROQ_API_KEY',
    ]));

  it('begins with nothing', () =>
    expect(viewOf(newState({ sources: [], concurrency: 5 }, 45_000), { columns: 80, rows: 24 }, look)).toEqual([
      'Progress: 0/0 - 0 running - Elapsed: 0s - ETA: ?',
      '  0 models',
    ]));

  it('of price lists alone speaks of no models', () =>
    expect(viewOf(aState([], { models: 0, failed: 0, kept: 0, troubles: [] }), { columns: 80, rows: 9 }, look)[1]).toBe(
      '  ████████▌░░░░░░░░░░░░░░░░░░░░░  9,120 prices',
    ));

  it('counts what there is no room for', () => {
    const many = Array.from({ length: 200 }, (_, i) => aSource(`Provider ${i}`));
    const lines = viewOf(aState(many), { columns: 80, rows: 10 }, look);
    expect(lines.slice(2)).toEqual([
      ...[0, 1, 2, 3, 4].map((i) => `  Provider ${i}  fetching  5s`),
      '  … and 195 more',
      '  Groq failed: api.groq.com answered 401: set GROQ_API_KEY',
    ]);
    expect(viewOf(aState(many), { columns: 80, rows: 4 }, look)).toHaveLength(1);
    expect(viewOf(aState([...many, ...some]), { columns: 80, rows: 6 }, look).slice(2)).toEqual([
      '  Provider 0  fetching  5s',
      '  … and 204 more',
      '  2 read, waiting for the price lists',
    ]);
  });

  it('says that the next attempt is made once its time has come', () =>
    expect(viewOf(aState(some), { columns: 80, rows: 24 }, { ...look, now: 48_300 })[2]).toBe(
      '  Mistral               retrying  attempt 2 of 4: api.mistral.ai answered 503',
    ));

  it('is of ASCII where a terminal has no more', () => {
    const latin = some.filter(({ name }) => /^[\w ]+$/.test(name));
    const lines = viewOf(aState(latin), { columns: 40, rows: 24 }, { ...look, marks: ascii });
    expect(lines.filter((line) => !/^[\x20-\x7e]*$/.test(line))).toEqual([]);
    expect(viewOf(aState([]), { columns: 80, rows: 24 }, { ...look, marks: ascii })[1]).toBe(
      '  #########.....................  3,214 models, 9,120 prices, 1 failed, 1 kept',
    );
  });

  it('shows nothing of a name that a terminal obeys', () => {
    const evil = aSource('a\u001b[2Jb\nc', { retries: [{ ...retry, why: '\u001b]0;x\u0007' }] });
    const troubles = [{ name: '\u202e', error: '\r\n', keptOf: '2026-01-01' }];
    const lines = viewOf(aState([evil], { troubles }), { columns: 200, rows: 24 }, look);
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(lines).toHaveLength(4);
  });

  it.each([1, 2, 5, 11, 17, 23, 40, 79, 80, 81, 133])('leaves the last of %d columns free', (columns) => {
    for (const rows of [1, 2, 4, 5, 9, 24, 60]) {
      const lines = viewOf(aState([...some, ...some, ...some]), { columns, rows }, { ...look, paint: colours });
      const widths = lines.map((line, i) => stringWidth(stripVTControlCharacters(line)) + (i === 0 ? 2 : 0));
      expect(Math.max(...widths)).toBeLessThanOrEqual(Math.max(columns - 1, 2));
      expect(lines.length).toBeLessThan(Math.max(rows, 2));
    }
  });

  it('has the same words in colours', () => {
    const size = { columns: 80, rows: 24 };
    const coloured = viewOf(aState(some), size, { ...look, paint: colours });
    expect(coloured.map((line) => stripVTControlCharacters(line))).toEqual(viewOf(aState(some), size, look));
    expect(coloured[2]).toContain('\u001b[33mretrying\u001b[39m');
  });
});
