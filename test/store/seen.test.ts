import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ReadAgain } from '../../src/model/run.js';
import { manifestOf } from '../../src/sinks/manifest.js';
import { readBaselines, readSeen } from '../../src/store/seen.js';
import { aBaseline, day1, day2 } from '../builders.js';
import { anEnd, aPlan } from '../sinks/plan.js';
import { folderWith } from './folderWith.js';

const reading = { endpoint: 'api', rows: 3, records: 3, priced: 3 };
const acme = aBaseline({ readings: [reading] });
const list = aBaseline({ rows: 3 });
const text = JSON.stringify({ acme, 'prices/acme': list });
const sha256Of = (bytes: string) => createHash('sha256').update(bytes).digest('hex');
const sha256 = sha256Of(text);
const twice = { ...acme, readAt: day2, readings: [reading, reading] };
const again = (of = sha256, more: ReadAgain['sources'] = {}): ReadAgain => ({
  baselines: of,
  sources: { acme: { readAt: day2, times: 1 }, ...more },
});

/** A folder with that text as `baselines.json`. */
const withBaselines = (bytes: string = text) => folderWith({ 'baselines.json': bytes });
/** A date that no clock will have for long. */
const future = '2099-01-01T00:00:00.000Z';

describe('what earlier runs saw', () => {
  it('is what `baselines.json` says, with what the manifest adds to it', async () => {
    const dir = await withBaselines();
    expect(await readSeen(dir, { readAgain: again() })).toEqual({
      baselines: { acme: twice, 'prices/acme': list },
      readAgain: again(),
    });
  });

  it('is that alone where the manifest adds nothing, or there is none', async () => {
    const alone = { baselines: { acme, 'prices/acme': list }, readAgain: { baselines: sha256, sources: {} } };
    expect(await readSeen(await withBaselines(), {})).toEqual(alone);
    expect(await readSeen(await withBaselines(), undefined)).toEqual(alone);
  });

  it('is that alone where the manifest stood beside another file, as after a run that was killed before it', async () => {
    const dir = await withBaselines();
    expect(await readSeen(dir, { readAgain: again(sha256Of('another')) })).toEqual(await readSeen(dir, undefined));
  });

  it('takes nothing of sources that the file does not have', async () => {
    const more = { constructor: { readAt: day2, times: 1 }, beta: { readAt: day2, times: 1 } };
    const { baselines } = await readSeen(await withBaselines(), { readAgain: again(sha256, more) });
    expect(Object.keys(baselines)).toEqual(['acme', 'prices/acme']);
  });

  it('takes no name that every object has for one that the manifest has', async () => {
    const named = JSON.stringify({ constructor: acme });
    expect(await readBaselines(await withBaselines(named))).toEqual({ constructor: acme });
  });

  it.each([
    ['there is no file', {}],
    ['it is damaged', { 'baselines.json': '{"acme": 1}' }],
    ['it is no JSON', { 'baselines.json': '{' }],
  ])('is nothing where %s, and it has to be written anew', async (_, files) =>
    expect(await readSeen(await folderWith(files), { readAgain: again() })).toEqual({
      baselines: {},
      readAgain: undefined,
    }),
  );

  it('counts dates from the future as of now, and then has to be written anew, be they of the file or of the manifest', async () => {
    const ahead = await withBaselines(JSON.stringify({ acme: { ...acme, readAt: future } }));
    const seen = await readSeen(ahead, undefined);
    expect(seen.readAgain).toBeUndefined();
    expect(Date.parse(seen.baselines['acme']!.readAt)).toBeLessThan(Date.parse(future));
    const late = again(sha256, { acme: { readAt: future, times: 1 } });
    expect((await readSeen(await withBaselines(), { readAgain: late })).readAgain).toBeUndefined();
  });
});

describe('the baselines', () => {
  const manifest = { ...manifestOf(aPlan('/nowhere'), anEnd()), readAgain: again() };

  it('are what was seen of each source, as of the last run', async () => {
    const dir = await folderWith({ 'baselines.json': text, 'run.json': manifest });
    expect(await readBaselines(dir)).toEqual({ acme: twice, 'prices/acme': list });
  });

  it('are those of their file where the manifest is damaged or missing', async () => {
    const own = { acme: { ...acme, readAt: day1 }, 'prices/acme': list };
    expect(await readBaselines(await folderWith({ 'baselines.json': text, 'run.json': '{' }))).toEqual(own);
    expect(await readBaselines(await folderWith({ 'baselines.json': text }))).toEqual(own);
  });

  it('are none where nothing was, or nothing that can be read', async () => {
    expect(await readBaselines(await folderWith({ 'run.json': manifest }))).toEqual({});
    expect(await readBaselines(await withBaselines('{"acme": 1}'))).toEqual({});
  });
});
