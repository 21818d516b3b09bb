import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NEVER, type Observable, of, throwError } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { openBookFor } from '../../src/cli/bookFor.js';
import { listsOf } from '../../src/cli/lists.js';
import type { Page } from '../../src/model/page.js';
import type { Network } from '../../src/read/network.js';
import type { Networks } from '../../src/read/networks.js';
import { prettyJson, writeAtomically } from '../../src/sinks/writeAtomically.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { overridesPath, pricePath } from '../../src/store/paths.js';
import { aList, anOrigin, aPriceRow, notFound } from '../builders.js';
import { temporaryFolder } from '../sinks/temporaryFolder.js';
import { folderWith } from '../store/folderWith.js';

const body = (model: string) => ({ provider: 'OPENAI', model, operator: 'equals', input_cost_per_1m: 2.5 });
const network = (answer: (url: string) => Observable<Page>): Network => ({
  ...{ fetch: ({ url }) => answer(url), canUse: () => true, isDown: false },
});
const unreachable = network((url) => throwError(() => notFound(url)));
const recordings = network(() => of(aList([body('recorded')], { via: 'recording' })));
const networks = (more: Partial<Networks> = {}): Networks => ({
  ...{ network: unreachable, recordings, embedded: network(() => NEVER), isOffline: false },
  ...more,
});

const given = async (text: string): Promise<string> => {
  const path = join(await temporaryFolder(), 'list.json');
  await writeFile(path, text);
  return path;
};

describe('the price lists of a command', () => {
  it('are all of them, over the networks as they are, without --prices', async () => {
    const chosen = networks();
    expect(await listsOf({}, chosen)).toEqual({ lists: priceLists, networks: chosen });
  });

  it('are the first one alone, read from the file that --prices names', async () => {
    const prices = await given(JSON.stringify({ data: [body('mine')] }));
    const { lists, networks: over } = await listsOf({ prices, offline: true }, networks());
    expect(lists.map(({ id, endpoints }) => [id, endpoints.map(({ name }) => name)])).toEqual([
      ['helicone', ['given']],
    ]);
    expect(lists[0]?.endpoints[0]?.requests['list']?.requests).toEqual([{ url: prices }]);
    expect(over.recordings).toBe(recordings);
  });

  it('are those that --prices names, in our order, whatever the case and blanks', async () => {
    const chosen = networks();
    const { lists, networks: over } = await listsOf({ prices: 'models.dev, Helicone' }, chosen);
    expect([lists.map(({ id }) => id), over]).toEqual([['helicone', 'models.dev'], chosen]);
  });

  it.each([
    [
      'helicone,nobody',
      2,
      "--prices helicone,nobody can't be read (ENOENT); the lists are helicone, litellm, models.dev, genai-prices, portkey",
    ],
    ['/no/such/list.json', 2, "--prices /no/such/list.json can't be read (ENOENT)"],
    ['https://prices.example/list', 1, '--prices https://prices.example/list: 404 for https://prices.example/list'],
  ])('fail before the run where %s cannot be read', async (prices, exitCode, message) =>
    expect(listsOf({ prices }, networks())).rejects.toMatchObject({ exitCode, message }),
  );

  it('fail before the run where the file holds no prices', async () => {
    const prices = await given('{"half');
    await expect(listsOf({ prices }, networks())).rejects.toMatchObject({
      ...{ exitCode: 1, message: expect.stringContaining(`--prices ${prices}: `) as string },
    });
  });

  it('are not asked for from the web under --offline', async () =>
    expect(listsOf({ prices: 'https://prices.example/list', offline: true }, networks())).rejects.toMatchObject({
      ...{ exitCode: 2, message: expect.stringContaining('give --prices a file') as string },
    }));
});

describe('the lists of a price book', () => {
  const modelsOf = async (out: string, over: Networks, more = {}) =>
    (await openBookFor({ out, prices: 'helicone', ...more }, () => Promise.resolve(over))).lists.map(
      ({ list, rows }) => [list, rows.map(({ row }) => row.model)],
    );

  /** A folder in which an earlier run left a price list that it had read from that endpoint. */
  const afterARun = async (endpoint: string): Promise<string> => {
    const out = await temporaryFolder();
    const sources = { [endpoint]: anOrigin({ url: 'https://helicone.ai/api/llm-costs' }) };
    const file = { schemaVersion: 2, source: 'helicone', endpoint, sources, rows: [aPriceRow('earlier')] };
    await writeAtomically(out, pricePath('helicone'), prettyJson(file));
    return out;
  };

  it('hold the rows as they are read now', async () => {
    const live = network(() => of(aList([body('now')])));
    expect(await modelsOf(await temporaryFolder(), networks({ network: live }))).toEqual([['helicone', ['now']]]);
  });

  it('hold those of an earlier run where the list cannot be read', async () =>
    expect(await modelsOf(await afterARun('api'), networks())).toEqual([['helicone', ['earlier']]]));

  it('hold the recorded ones where there is no earlier run, or only one that --prices gave its rows', async () => {
    expect(await modelsOf(await temporaryFolder(), networks())).toEqual([['helicone', ['recorded']]]);
    expect(await modelsOf(await afterARun('given'), networks())).toEqual([['helicone', ['recorded']]]);
  });

  it('owe nothing to an earlier run under --offline', async () => {
    const offline = networks({ network: recordings, recordings: undefined, isOffline: true });
    expect(await modelsOf(await afterARun('api'), offline)).toEqual([['helicone', ['recorded']]]);
  });

  it('hold the rows of the file that --prices names', async () => {
    const prices = await given(JSON.stringify({ data: [body('mine')] }));
    expect(await modelsOf(await afterARun('api'), networks(), { prices })).toEqual([['helicone', ['mine']]]);
  });

  it('are none to go on with where no list can be read, and the failure says why', async () =>
    expect(
      openBookFor({ out: await folderWith({ [overridesPath]: '[]\n' }) }, () =>
        Promise.resolve(networks({ recordings: undefined })),
      ),
    ).rejects.toMatchObject({
      ...{ exitCode: 1, message: expect.stringMatching(/^there is no price list .*404/) as string },
    }));
});
