import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { identify } from '../../src/identity/identify.js';
import type { Offer } from '../../src/identity/offer.js';
import { sizesOf, versionsOf, wordsOf } from '../../src/identity/named.js';
import { nameIn, settle } from '../../src/identity/table.js';
import { recordedOffers } from './recordedOffers.js';

const named = (...ids: readonly string[]): (string | null)[] =>
  identify(ids.map((id, at) => ({ provider: `p${at}`, id }))).map((one) => ('key' in one ? one.key : null));
const facetsOf = (id: string, provider = 'p'): object => identify([{ provider, id }])[0]?.facets ?? {};
/** How many models the ids are. */
const models = (...ids: readonly string[]): number => new Set(named(...ids)).size;

describe('the model of an offer', () => {
  it('is the same for every way of writing its name', () => {
    expect(
      models(
        'claude-4.6-sonnet',
        'anthropic--claude-4.6-sonnet',
        'us.anthropic.claude-sonnet-4-6-v1:0',
        'duo-chat-sonnet-4-6',
      ),
    ).toBe(1);
    expect(models('accounts/fireworks/models/qwen3p6-27b', 'hf:Qwen/Qwen3.6-27B', 'Qwen3.6 27B', 'qwen-3-6-27b')).toBe(
      1,
    );
    expect(named('meta-llama/Llama-3.3-70B-Instruct-Turbo')).toEqual(['meta/llama-3.3-70b-instruct']);
  });

  it('is another one with another size, version or variant', () => {
    expect(
      models('gpt-5.4', 'gpt-5.4-mini', 'gpt-5.4-nano', 'gpt-5.4-pro', 'gpt-5.4-codex', 'gpt-5.4-chat', 'gpt-5.5'),
    ).toBe(7);
    expect(models('mixtral-8x7b-instruct', 'mixtral-8x22b-instruct', 'open-mixtral-8x22b')).toBe(2);
    expect(models('gemma-2b-it', 'gemma-2-2b-it')).toBe(2);
    expect(models('gpt-3.5-turbo', 'gpt-3.5-turbo-16k')).toBe(2);
  });

  it('is the whole path behind the host and the lab where a host lists endpoints', () => {
    const paths = [
      'fal-ai/flux-2/klein/4b/edit',
      'fal-ai/flux-2/klein/9b/edit',
      'fal-ai/flux-2/klein/4b/base/edit',
      'fal-ai/kling-image/o1',
      'fal-ai/kling-video/v2.6/pro/image-to-video',
      'fal-ai/minimax/hailuo-2.3/standard/image-to-video',
      'fal-ai/minimax/hailuo-2.3-fast/standard/image-to-video',
      'wan/v2.6/image-to-video',
      'wan/v2.6/image-to-video/flash',
      'bria/fibo/generate',
    ];
    const keys = identify([...paths, 'o1'].map((id) => ({ provider: 'fal', id }))).map((one) =>
      'key' in one ? one.key : null,
    );
    expect(new Set(keys).size).toBe(paths.length + 1);
    expect(keys[0]).toBe('black-forest-labs/flux-2-klein-4b-edit');
    expect(keys[7]).toMatch(/^alibaba\/wan-/);
    expect(named('fal-ai/sam-3/image', 'fal-ai/speech-to-text')).toEqual([null, null]);
  });

  it('is another one where the task is the other way round', () => {
    expect(
      models('wan-2.6-text-to-image', 'wan-2.6-image-to-text', 'wan-2.6-image-to-image', 'wan-2.6-image-to-3d'),
    ).toBe(4);
  });

  it('gets back a point or a unit that the seller lost, where the table has it', () => {
    expect(models('glm-5.1', 'glm-51')).toBe(1);
    expect(models('thedrummer/cydonia-24b-v4.1', 'cydonia-24-v41')).toBe(1);
    expect(models('qwen3-0.6b', 'qwen3-0-6b')).toBe(1);
    expect(named('glm-51')).toEqual(['zhipuai/glm-51']);
  });

  it('gets a size, a word or a release number that the seller left out, where the table knows one', () => {
    expect(models('qwen3-235b-a22b', 'qwen3-235b')).toBe(1);
    expect(models('llama-4-scout-17b-16e-instruct', 'llama-4-scout')).toBe(1);
    expect(models('qwen-2.5-coder-32b-instruct', 'qwen-2.5-coder-32b')).toBe(1);
    expect(models('llama-3.1-nemotron-ultra-253b-v1', 'llama-3.1-nemotron-ultra-253b')).toBe(1);
    expect(models('gemma-4-26b-a4b-it', 'gemma-4-31b-it', 'gemma-4')).toBe(3);
  });

  it('is not filled up where the bare name is the base model', () => {
    const id = ['Qwen/Qwen2.5-Coder-7B', 'Qwen/Qwen2.5-Coder-7B-Instruct'];
    expect(
      new Set(identify(id.map((one) => ({ provider: 'p', id: one }))).map((one) => ('key' in one ? one.key : ''))).size,
    ).toBe(2);
  });

  it('holds a date where the lab released several', () => {
    expect(models('grok-4', 'grok-4-0709')).toBe(1);
    expect(models('gpt-4o', 'gpt-4o-2024-08-06', 'gpt-4o-2024-11-20')).toBe(3);
    expect(models('acme/thing-2-2025-01-02', 'acme/thing-2-2025-03-04', 'acme/thing-2')).toBe(3);
    expect(models('deepseek-ai/DeepSeek-V9', 'deepseek-ai/DeepSeek-V9-0731')).toBe(2);
    expect(models('deepseek-v3', 'deepseek-v3-0324')).toBe(2);
    expect(models('kimi-k2', 'kimi-k2-0711-preview')).toBe(1);
  });

  it('of an alias that moves is its own', () => {
    expect(models('mistral-large-latest', 'mistral-large', 'mistral-large-2512')).toBe(3);
    expect(models('claude-3-5-haiku-latest', 'claude-3.5-haiku')).toBe(1);
    expect(models('voxtral-small-latest', 'voxtral-small-24b-2507')).toBe(1);
  });

  it("is its maker's, whoever packed or sells it", () => {
    expect(named('unsloth/Mistral-Nemo-Instruct-2407-GGUF', 'mistralai/mistral-nemo')).toEqual(
      Array(2).fill('mistral/mistral-nemo'),
    );
    expect(named('nvidia/DeepSeek-V3.2-NVFP4')[0]).toMatch(/^deepseek\//);
    expect(named('mistralai/mistral-nemotron')[0]).toMatch(/^nvidia\//);
    expect(named('huihui-ai/Llama-3.3-70B-Instruct-abliterated')[0]).toMatch(/^huihui-ai\//);
  });

  it('is none where nobody says which, and says why', () => {
    const ids = [
      'openrouter/auto',
      'ft:gpt-4o:acme::1',
      'accounts/acme/models/x1',
      'tako',
      'model-router',
      'arn:aws:bedrock:x',
      'my-gpt4-deployment',
      'gpt-4o-prod',
      'acme-claude',
      'acme-rerank-ft',
      'glm-for-coding',
    ];
    for (const answer of identify(ids.map((id) => ({ provider: 'p', id }))))
      expect('why' in answer && answer.why).toMatch(/\w/);
  });

  it('says what the id says beside', () => {
    expect(facetsOf('chutes/zai-org/GLM-5-FP8-TEE')).toEqual({ quantization: 'fp8', privacy: 'tee' });
    expect(facetsOf('coding/claude-3-7-sonnet-20250219:1024')).toEqual({
      plan: 'coding',
      snapshot: '20250219',
      effort: '1024',
    });
    expect(facetsOf('vertex/gemini-2.5-flash@us-east5')).toEqual({ region: 'us-east5' });
    expect(facetsOf('glm-5.2-short-fast-flex')).toEqual({ offering: 'short', speed: 'fast', service: 'flex' });
    expect(facetsOf('claude-opus-4-6-thinking')).toEqual({ mode: 'thinking' });
    expect(facetsOf('moonshotai/kimi-k2-thinking')).toEqual({});
    expect(facetsOf('qwen/qwen3-30b-a3b/fp8')).toEqual({ quantization: 'fp8' });
  });

  it('takes the size from the repository that the provider names', () => {
    const [a, b] = identify([
      { provider: 'x', id: 'qwen/qwen3-coder', weights: 'Qwen/Qwen3-Coder-480B-A35B-Instruct' },
      { provider: 'y', id: 'Qwen/Qwen3-Coder-480B-A35B-Instruct' },
      { provider: 'y', id: 'Qwen/Qwen3-Coder-30B-A3B-Instruct' },
    ]);
    expect(a).toEqual({ ...b, facets: {} });
  });

  it('without a release number is the first release, and no later one', () => {
    expect(models('skyfall-36b-v2', 'skyfall-36b')).toBe(2);
    expect(models('mixtral-8x22b-instruct-v0.1', 'mixtral-8x22b-instruct', 'open-mixtral-8x22b')).toBe(1);
    expect(models('mixtral-8x22b-instruct-v0.1', 'mistralai/mixtral-8x22b-v0.1')).toBe(2);
  });

  it('came out of another release where the provider says so', () => {
    const young = { provider: 'y', id: 'stepfun/step-9-flash-2026-04-02' };
    const models = (releaseDate: string): unknown[] =>
      identify([{ provider: 'x', id: 'stepfun/step-9-flash', releaseDate }, young]).map((one) =>
        'key' in one ? one.key : null,
      );
    expect(new Set(models('2026-01-29')).size).toBe(2);
    expect(new Set(models('2026-04-01')).size).toBe(1);
  });

  it('may take the version from the display name, never against the id', () => {
    const [a, b, c] = identify([
      { provider: 'x', id: 'deepseek/deepseek-chat', name: 'DeepSeek V3' },
      { provider: 'y', id: 'deepseek-v3' },
      { provider: 'z', id: 'claude-opus-4', name: 'Claude Opus 4.5' },
    ]);
    expect(a).toMatchObject({ key: 'deepseek/deepseek-v3' });
    expect(b).toMatchObject({ key: 'deepseek/deepseek-v3' });
    expect(c).toMatchObject({ key: 'anthropic/claude-opus-4' });
  });
});

describe('the models of all recorded offers', () => {
  let offers: Offer[] = [];
  beforeAll(async () => {
    offers = await recordedOffers();
  });

  it('are the same in every order', () => {
    const answers = new Map(identify(offers).map((answer, at) => [offers[at], answer]));
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (numbers) => {
        const shuffled = offers
          .map((offer) => ({ offer, by: Number(numbers.next().value) }))
          .sort((a, b) => a.by - b.by);
        const again = identify(shuffled.map(({ offer }) => offer));
        expect(
          shuffled.every(({ offer }, at) => JSON.stringify(again[at]) === JSON.stringify(answers.get(offer))),
        ).toBe(true);
      }),
      { numRuns: 2 },
    );
  });

  it('never join two sizes, versions or variants', () => {
    const settled = settle(offers);
    const parts = new Map<string, string>();
    for (const one of settled.named) {
      const { key } = nameIn(settled, one);
      const said = [wordsOf(one), versionsOf(one), sizesOf(one), [one.revision, one.date]]
        .map((some) => some.join(' '))
        .join('|');
      expect(`${key} ${parts.get(key) ?? said}`).toBe(`${key} ${said}`);
      parts.set(key, said);
    }
  });

  it('are known, or it is said why not', () => {
    const answers = identify(offers);
    expect(answers.every((one) => ('key' in one ? /^[^/]+\/\S+$/.test(one.key) : one.why !== ''))).toBe(true);
    expect(answers.filter((one) => 'key' in one).length).toBeGreaterThanOrEqual(6_000);
  });
});
