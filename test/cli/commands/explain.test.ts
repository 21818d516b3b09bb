import { describe, expect, it } from 'vitest';
import { writeAtomically, prettyJson } from '../../../src/sinks/writeAtomically.js';
import { unknownCost } from '../../../src/sources/unknownCost.js';
import { aModel, aPricing, aProviderFile } from '../../builders.js';
import { localServer } from '../../read/localServer.js';
import { temporaryFolder } from '../../sinks/temporaryFolder.js';
import { commandLine } from '../ratecard.js';

const explain = async (...args: string[]) => commandLine(['explain', '--out', await temporaryFolder(), ...args]);

describe('explain', { timeout: 60_000 }, () => {
  it('gives programs the answer, all that was said of it, and the explanation of each list', async () => {
    const args = ['claude 3.5 haiku', '--provider', 'Anthropic', '--offline', '--prices', 'helicone', '--json'];
    const { code, stdout, stderr } = await explain(...args, '--min-confidence', '0');
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ provider: 'anthropic', id: 'claude 3.5 haiku', isListed: false, cost: { input: 0.0008, output: 0.004 } },
      pricing: { status: 'priced', source: 'helicone', evidence: { endpoint: 'prices/helicone/api' } },
      sources: { 'prices/helicone/api': { url: 'https://helicone.ai/api/llm-costs', via: 'recording' } },
      quotes: [
        {
          ...{ witness: 'helicone', evidence: { endpoint: 'prices/helicone/api' }, cost: { input: 0.0008 } },
          ...{ usable: { input: 0.0008 }, match: { model: 'claude-3-5-haiku-20241022' } },
        },
      ],
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

  it('draws on a terminal who agrees, and is shorter there', async () => {
    const args = ['explain', 'anthropic/claude-opus-4-6', '--offline', '--out', await temporaryFolder()];
    const [seen, piped] = [await commandLine(args, { isSeen: true, columns: 100 }), await commandLine(args)];
    expect(seen.stdout).toMatch(/^agreement: #+\.* \d of \d witnesses$/m);
    expect(seen.stdout).toMatch(/^\d near misses: --json tells them/m);
    expect(piped.stdout).not.toMatch(/^agreement: |^\d near misses: /m);
    expect(piped.stdout).toContain('Near misses:');
  });

  it('tells people first that the table does not hold the model', async () => {
    const { stdout } = await explain('openai/no-such-model', '--offline');
    expect(stdout.split('\n')[0]).toBe('openai/no-such-model (not in the table: the price lists alone are asked)');
    expect(stdout).toContain('no-match: no row of ');
  });

  it('tells what the provider states, and who agrees, before how each list was searched', async () => {
    const out = await temporaryFolder();
    const cost = { ...unknownCost, input: 0.0025, output: 0.01 };
    const models = [
      aModel('GPT-4o', { provider: 'openai', cost, pricing: aPricing() }),
      aModel('m', { provider: 'openai' }),
    ];
    const provider = { ...aProviderFile().provider, id: 'openai' };
    await writeAtomically(out, 'providers/openai.json', prettyJson(aProviderFile({ provider, models })));

    const { stdout } = await explain('openai/gpt-4o', '--offline', '--out', out);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'openai/GPT-4o',
      'priced: input 2.5 USD per 1M, output 10 USD per 1M',
      expect.stringMatching(/^stated by provider, right with a chance of 0\.\d+; helicone, .* agree$/),
    ]);
    expect(stdout).toMatch(
      /│ provider +│ input 2\.5 USD per 1M +│ 2026-01-01 │ https:\/\/acme\.example\/api, row 0 +│ taken +│/,
    );
    expect(stdout).toMatch(/│ helicone +│ .*, row \d+ +│ agrees +│/);
    expect(stdout.indexOf('openai / GPT-4o')).toBeGreaterThan(stdout.indexOf('│ helicone'));
    expect(stdout).toContain('matched OPENAI gpt-4o by exact, confidence 0.996: same id');
    const json = await explain('openai/gpt-4o', '--offline', '--json', '--out', out);
    expect(JSON.parse(json.stdout)).toMatchObject({
      ...{ id: 'GPT-4o', isListed: true, cost, pricing: { source: 'provider', evidence: { endpoint: 'api', row: 0 } } },
      quotes: expect.arrayContaining([expect.objectContaining({ witness: 'provider' })]) as unknown,
    });
    expect((await explain('openai/m', '--offline', '--out', out)).stdout).toMatch(/^openai\/m\nunknown: no price\n/);
  });

  it('calls one row taken, though another of the same witness says the same', async () => {
    const { stdout } = await explain('openai/gpt-4o', '--offline');
    expect(stdout.match(/^│ provider /gm)?.length).toBeGreaterThan(1);
    expect(stdout.match(/│ taken +│$/gm)).toHaveLength(1);
  });

  it('goes by the recorded list where the mirror has none', async () => {
    const broken = await localServer((_, response) => response.writeHead(404).end());
    const { code, stdout } = await explain('openai/gpt-4o', '--mirror', broken.url);
    expect(code).toBe(0);
    expect(stdout).toContain('matched OPENAI gpt-4o by exact');
  });

  it('names what may have been meant: the same model by another name with its price, or one that is spelled alike', async () => {
    const out = await aTable('openai', { 'bird-2': 0.0025, 'bird-2-mini': 0.0001 });
    const dated = await explain('openai/bird-2-2026-01-01', '--offline', '--out', out, '--min-confidence', '0');
    expect(dated.stdout).toContain('near: openai/bird-2 (differs in its date) is priced, input 2.5 USD per 1M\n');
    const typo = await explain('openai/bird-2-mni', '--offline', '--out', out);
    expect(typo.stdout).toContain('did you mean openai/bird-2-mini, openai/bird-2?\n');
    const json = await explain(
      'openai/bird-2-2026-01-01',
      '--offline',
      '--out',
      out,
      '--json',
      '--min-confidence',
      '0',
    );
    expect(JSON.parse(json.stdout)).toMatchObject({
      near: [{ id: 'bird-2', status: 'priced', cost: { input: 0.0025 }, differsIn: ['its date'] }, { differsIn: null }],
    });
  });

  it('shows a model without a provider at all that offer it', async () => {
    const out = await aTable('openai', { 'bird-2': 0.0025 });
    await aTable('groq', { 'acme/Bird-2': 0.003, 'goose-1': 1 }, out);
    const args = ['--offline', '--out', out, '--min-confidence', '0'];
    const { code, stdout } = await explain('bird-2', ...args);
    expect([code, stdout.match(/^│ \w.*/gm)]).toEqual([
      0,
      [
        expect.stringMatching(/^│ offer /),
        expect.stringMatching(/^│ groq\/acme\/Bird-2 +│ priced +│ input 3 USD per 1M +│ provider +│ +0\.\d+ +│$/),
        expect.stringMatching(/^│ openai\/bird-2 +│ priced +│ input 2\.5 USD per 1M/),
      ],
    ]);
    expect(JSON.parse((await explain('bird-2', ...args, '--json')).stdout)).toMatchObject({
      name: 'bird-2',
      offers: [
        { provider: 'groq', id: 'acme/Bird-2', cost: { input: 0.003 }, pricing: { source: 'provider' } },
        { provider: 'openai', id: 'bird-2' },
      ],
    });
  });

  it('takes what stands before a slash for a part of the name where it is nobody’s', async () => {
    const out = await aTable('groq', { 'acme/bird-2': 0.003 });
    expect((await explain('acme/bird-2', '--offline', '--out', out)).stdout).toContain('│ groq/acme/bird-2 ');
  });

  it('says that nobody offers a name, and which one is like it', async () => {
    const { code, stderr } = await explain('gpt-4o-mimi', '--offline');
    expect([code, stderr]).toEqual([
      2,
      'error: nobody offers "gpt-4o-mimi"; did you mean "gpt-4o-mini"? Write provider/model, or add --provider\n',
    ]);
  });
});

/** A folder in which a run wrote a provider's models, at these prices in USD per 1K tokens. */
async function aTable(id: string, prices: Readonly<Record<string, number>>, dir?: string): Promise<string> {
  const out = dir ?? (await temporaryFolder());
  const models = Object.entries(prices).map(([model, input]) =>
    aModel(model, { provider: id, cost: { ...unknownCost, input }, pricing: aPricing() }),
  );
  const provider = { ...aProviderFile().provider, id };
  await writeAtomically(out, `providers/${id}.json`, prettyJson(aProviderFile({ provider, models })));
  return out;
}
