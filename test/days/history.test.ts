import { expect, it } from 'vitest';
import { conditionKey } from '../../src/cost/conditionKey.js';
import { priceHistory } from '../../src/history/priceHistory.js';
import type { HistoryLine } from '../../src/model/history.js';
import { readHistory } from '../../src/store/history.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { runDay, startOf } from './runDay.js';

const read = '2026-08-22T06:00:00.000Z';

/** The lines of the second day, read off the two days' pages by hand: offer, then component, before, after in USD per 1K tokens. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'anthropic/claude-sonnet-5': [
    ...['cacheRead 0.0003 0.0002', 'cacheWrite 0.00375 0.0025', 'cacheWrite1h 0.006 0.004'],
    ...['input batch 0.0015 0.001', 'input 0.003 0.002', 'output batch 0.0075 0.005', 'output 0.015 0.01'],
  ],
  'cerebras/gpt-oss-120b': ['input 0.00035 0.0003', 'output 0.00075 0.0008'],
  'cerebras/qwen-3-32b': ['output 0.0008 0.001'],
  'deepseek/deepseek-v4-flash': [
    ...['input 01:00-04:00 0.00044 0.0003', 'input 06:00-10:00 0.00044 0.0003', 'input 0.00022 0.00015'],
    ...['output 01:00-04:00 0.00132 0.0012', 'output 06:00-10:00 0.00132 0.0012', 'output 0.00066 0.0006'],
  ],
  'openrouter/ai21/jamba-large-1.7': ['input 0.002 none', 'output 0.008 none'],
  'openrouter/openai/gpt-5.6-sol': [
    ...['cacheRead 272000 0.001 0.0004', 'cacheRead 0.0005 0.0002', 'cacheWrite 272000 0.0125 0.005'],
    ...['cacheWrite 0.00625 0.0025', 'input 272000 0.01 0.004', 'input 0.005 0.002'],
    ...['output 272000 0.045 0.015', 'output 0.03 0.01'],
  ],
  'openrouter/qwen/qwen3-next-80b-a3b-instruct': ['cacheRead 0.00007 none', 'input 0.0001 0.00009'],
  'openrouter/z-ai/glm-5.2': [
    ...['cacheRead 0.000141154 0.0001932', 'input 0.00076006 0.000966', 'output 0.00238876 0.003036'],
  ],
  'openrouter/z-ai/glm-5.3': ['cacheRead new 0.00026', 'input new 0.0014', 'output new 0.0044'],
  'zai/glm-4.5-air': ['cacheRead 0.00003 none', 'input 0.0002 none', 'output 0.0011 none'],
  'zai/glm-4.5-flash': ['cacheRead 0 0.00001', 'input 0 0.00005', 'output 0 0.0002'],
  'zai/glm-5': ['input 0.001 0.0011'],
  'zenmux/bytedance/doubao-seed-character': [
    ...['cacheRead 0.0000236 none', 'input 32000 0.0001768 none', 'input 0.0001179 none'],
    ...['output 32000 0.0008842 none', 'output 0.0002947 none'],
  ],
  'zenmux/qwen/qwen3.8-27b': ['cacheWrite new 0.000625', 'input new 0.0005', 'output new 0.003'],
  'zenmux/qwen/qwen3.8-max': ['input 0.00125 0.0014'],
  'zenmux/x-ai/grok-4.6': ['output 200000 0.015 0.012'],
};

const told = (usd: number | null | undefined, none: string): string =>
  usd === undefined || usd === null ? none : usd.toFixed(9).replace(/\.?0+$/, '');

it('the history of two days has the prices that moved between them, from when the second day was read', async () => {
  const out = await temporaryFolder();
  await runDay('2026-08-01', out);
  const first = (await readHistory(out)).lines;
  await runDay('2026-08-22', out);
  const { lines } = await readHistory(out);
  const news = lines.slice(first.length);
  const shown = (line: HistoryLine): string => {
    const before = line.supersedes === null ? 'new' : told(lines[line.supersedes - 1]?.usd, 'none');
    return [line.component, ...Object.values(line.when), before, told(line.usd, 'none')].join(' ');
  };
  const offers = new Map(news.map(({ provider, id }) => [`${provider}/${id}`, [] as string[]]));
  for (const line of news) offers.get(`${line.provider}/${line.id}`)?.push(shown(line));
  expect(Object.fromEntries(offers)).toEqual(expected);

  expect(new Set(first.map(({ change, run }) => `${change} ${run}`))).toEqual(new Set(['first null']));
  expect(new Set(news.map(({ validFrom, validTo, run }) => `${validFrom} ${validTo} ${run}`))).toEqual(
    new Set([`${read} null ${startOf('2026-08-22')}`]),
  );
  const kinds = news.map(({ change, supersedes }) => `${change} ${supersedes === null ? 'of nothing' : 'of a line'}`);
  expect(new Set(kinds)).toEqual(new Set(['first of nothing', 'change of a line']));
  const witnesses = news.filter(({ usd }) => usd !== null).map(({ id, witness }) => [id, witness]);
  expect(witnesses.filter(([, witness]) => witness !== 'provider')).toEqual([['qwen-3-32b', 'litellm']]);

  const ofOffer = (provider: string, id: string) => lines.filter((one) => one.provider === provider && one.id === id);
  const priceOf = (at: string, asOf?: string) =>
    priceHistory(ofOffer, asOf === undefined ? null : Date.parse(asOf))
      .offer('openrouter', 'openai/gpt-5.6-sol')
      ?.at(Date.parse(at));
  const long = (at: string) =>
    priceOf(at)?.tiers.find(({ when }) => conditionKey(when) === conditionKey({ contextAbove: 272_000 }))?.cost.output;
  expect(['2026-08-21', '2026-08-23'].map((at) => [priceOf(at)?.cost.input, long(at)])).toEqual([
    [0.005, 0.045],
    [0.002, 0.015],
  ]);
  expect(priceOf('2026-08-23', '2026-08-21')?.cost.input).toBe(0.005);
});
