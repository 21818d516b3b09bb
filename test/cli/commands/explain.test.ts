import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/model/model.js';
import { writeAtomically, prettyJson } from '../../../src/sinks/writeAtomically.js';
import { unknownCost } from '../../../src/sources/offers.js';
import { aModel, aProviderFile } from '../../builders.js';
import { localServer } from '../../read/localServer.js';
import { temporaryFolder } from '../../sinks/temporaryFolder.js';
import { commandLine } from '../ratecard.js';

const explain = async (...args: string[]) => commandLine(['explain', '--out', await temporaryFolder(), ...args]);

describe('explain', { timeout: 60_000 }, () => {
  it('gives programs the explanation of each list', async () => {
    const { code, stdout, stderr } = await explain(
      'claude 3.5 haiku',
      '--provider',
      'Anthropic',
      '--offline',
      '--json',
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      stated: null,
      lists: [
        {
          ...{ list: 'helicone', provider: 'anthropic', id: 'claude 3.5 haiku', name: null, rows: 21, refused: null },
          match: { strategy: 'contains', model: 'claude-3-5-haiku-20241022' },
          steps: [
            { strategy: 'exact', unasked: null, candidates: [] },
            { strategy: 'contains', unasked: null, candidates: [{ model: 'claude-3-5-haiku-20241022' }] },
          ],
        },
      ],
    });
  });

  it('tells people first that the data does not hold the model', async () => {
    const { stdout } = await explain('openai/gpt-4o', '--offline');
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      ...['not in the data: the price lists alone are asked', 'openai / gpt-4o'],
    ]);
    expect(stdout).toContain('matched OPENAI gpt-4o by exact, confidence 0.996: same id');
  });

  it('tells the price that the provider states before what the lists would say', async () => {
    const out = await temporaryFolder();
    const cost = { ...unknownCost, input: 0.001, output: 0.002 };
    const pricing: Model['pricing'] = { status: 'priced', source: 'provider', match: null, issues: [] };
    const models = [aModel('GPT-4o', { provider: 'openai', cost, pricing }), aModel('m', { provider: 'openai' })];
    const provider = { ...aProviderFile().provider, id: 'openai' };
    await writeAtomically(out, 'providers/openai.json', prettyJson(aProviderFile({ provider, models })));

    const { stdout } = await explain('openai/gpt-4o', '--offline', '--out', out);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'priced, stated by the provider: 1 in, 2 out (USD per 1M tokens); what follows is what the price lists would say',
      'openai / GPT-4o',
    ]);
    const json = await explain('openai/gpt-4o', '--offline', '--json', '--out', out);
    expect(JSON.parse(json.stdout)).toMatchObject({ stated: { cost, pricing }, lists: [{ id: 'GPT-4o' }] });
    expect((await explain('openai/m', '--offline', '--out', out)).stdout).toMatch(/^openai \/ m\n/);
  });

  it('goes by the recorded list where the mirror has none', async () => {
    const broken = await localServer((_, response) => response.writeHead(404).end());
    const { code, stdout } = await explain('openai/gpt-4o', '--mirror', broken.url);
    expect(code).toBe(0);
    expect(stdout).toContain('matched OPENAI gpt-4o by exact');
  });
});
