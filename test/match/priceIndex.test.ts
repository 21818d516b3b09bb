import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPriceIndex, type Key, type PriceIndex } from '../../src/match/priceIndex.js';
import { sellersOf } from '../../src/match/sellers.js';
import { helicone } from '../../src/sources/prices/helicone.js';
import { labels } from './evaluation.js';
import { recordedPrices } from './prices.js';
import { anOrigin } from '../builders.js';
import { indexOf, row } from './rows.js';

const rows = recordedPrices();
const models: Key[] = labels().map(({ provider, id, name }) => ({ provider, id, name }));

const reference = indexOf(rows);

describe('a name that says nothing', () => {
  const index = indexOf([row('OPENAI', '---'), row('OPENAI', '***'), row('OPENAI', 'gpt-4o')]);

  it.each(['---', '***', '↗', '(  )'])('matches no row, not even one written alike: %j', (id) =>
    expect(index.find({ provider: 'openai', id, name: null })).toMatchObject({
      refused: `${JSON.stringify(id)} has no letter and no digit`,
    }),
  );
});

describe('letters of other scripts', () => {
  const index = indexOf([row('OPENAI', 'gpt-4o'), row('OPENAI', 'gpt-4o-法律')]);

  it.each(['gpt-4o-医疗', 'gpt-4o医疗', '医疗-gpt-4o', 'gpt-4o-\uFFFD'])('%s is priced by none of the rows', (id) =>
    expect(index.find({ provider: 'openai', id, name: null })).toHaveProperty('refused'),
  );

  it('match where they are the same', () =>
    expect(index.find({ provider: 'openai', id: 'GPT-4o 法律', name: null })).toMatchObject({
      match: { strategy: 'exact', model: 'gpt-4o-法律' },
    }));
});

describe('rows that name one model', () => {
  it('prefers the row written like the id, and AWS to its copy under BEDROCK', () => {
    const index = indexOf([row('BEDROCK', 'nova-lite'), row('AWS', 'nova-lite'), row('AWS', 'Nova-Lite-V1:0')]);
    expect(index.find({ provider: 'amazon-bedrock', id: 'nova-lite', name: null })).toMatchObject({
      match: { provider: 'AWS', model: 'nova-lite' },
    });
  });

  it('matches one key at two prices, and doubts the one it has', () => {
    const index = indexOf([row('AZURE', 'gpt-4o-mini', 0.0002), row('AZURE', 'gpt-4o-mini', 0.00015)]);
    expect(index.find({ provider: 'azure', id: 'gpt-4o-mini', name: null })).toMatchObject({
      match: { model: 'gpt-4o-mini' },
      doubt: { code: 'ambiguous-price', detail: 'AZURE lists gpt-4o-mini at more than one price' },
    });
  });

  it('takes a repeated key at one price', () => {
    const index = indexOf([row('TOGETHER', 'google/gemma-2b'), row('TOGETHER', 'google/gemma-2b')]);
    expect(index.find({ provider: 'togetherai', id: 'google/gemma-2b', name: null })).toMatchObject({
      row: { cost: { input: 0.001, output: 0.002 } },
      ...{ kind: 'same-id', doubt: null },
    });
  });

  it('gives the price as the list has it, however absurd: judging it comes later', () => {
    const index = indexOf([row('OPENAI', 'gpt-4o', 300, -1)]);
    expect(index.find({ provider: 'openai', id: 'gpt-4o', name: null })).toMatchObject({
      row: { cost: { input: 300, output: -1 } },
      doubt: null,
    });
  });

  it.each([
    ['says that it moves', [row('MISTRAL', 'mistral-large-latest')], 'mistral-large-latest'],
    ['leaves out the version that others of its line have', [row('X', 'grok'), row('X', 'grok-3')], 'grok'],
  ])('doubts the row of a name that %s', (_, list, id) => {
    const provider = list[0]!.provider === 'X' ? 'xai' : 'mistral';
    expect(indexOf(list).find({ provider, id, name: null })).toMatchObject({
      match: { model: id },
      doubt: { code: 'moving-alias' },
    });
  });

  it('names both rows of a tie in the refusal, and takes none', () => {
    const index = indexOf([
      row('X', 'grok-2-1212', 0.002),
      row('X', 'grok-2-fast-1212'),
      row('X', 'grok-2-1213', 0.003),
    ]);
    const finding = index.find({ provider: 'xai', id: 'grok-2', name: null });
    expect(finding).toMatchObject({ refused: 'grok-2-1213 and grok-2-1212 fit equally well and cost differently' });
    expect(finding).not.toHaveProperty('match');
  });
});

describe('the reason for no match', () => {
  const index = indexOf([row('OPENAI', 'gpt-4o')]);

  it('is that the provider has no rows, and nothing is looked at then', () => {
    expect(index.find({ provider: 'kilo', id: 'gpt-4o', name: null })).toEqual({
      refused: 'the price list has no rows of kilo',
      trace: [],
    });
  });

  it('is that the model has no row, with the steps that led there', () => {
    const finding = index.find({ provider: 'openai', id: 'gpt-9', name: null });
    expect(finding).toMatchObject({ refused: 'no row of openai prices gpt-9' });
    expect(finding).not.toHaveProperty('match');
    expect(finding.trace.map(({ strategy }) => strategy.name)).toEqual(['exact', 'contains', 'similar']);
  });
});

describe('a list', () => {
  it('is named by its id', () => {
    expect(reference.list).toBe('helicone');
    expect(buildPriceIndex({ id: 'mine', sellers: {} }, []).list).toBe('mine');
  });

  it('is read by its own names of the sellers', () => {
    const rows = [row('Bird', 'm', 0.001), row('FOWL', 'n', 0.002)];
    const index = buildPriceIndex({ id: 'mine', sellers: { acme: 'BIRD' }, sameSeller: { FOWL: 'BIRD' } }, rows);
    expect(index.find({ provider: 'Acme', id: 'm', name: null })).toMatchObject({ match: { provider: 'Bird' } });
    expect(index.find({ provider: 'acme', id: 'n', name: null })).toMatchObject({ match: { provider: 'FOWL' } });
    expect(index.find({ provider: 'fowl', id: 'm', name: null })).toMatchObject({ match: { provider: 'Bird' } });
    expect(index.find({ provider: 'amazon-bedrock', id: 'm', name: null })).toHaveProperty('refused');
    expect(index.rowsOf('acme').map(({ row }) => row.model)).toEqual(['m', 'n']);
    expect(index.rowsOf('beta')).toEqual([]);
  });

  it('says which provider of ours a seller is', () => {
    const index = buildPriceIndex({ id: 'mine', sellers: { acme: 'BIRD' }, sameSeller: { FOWL: 'BIRD' } }, []);
    expect(['Bird', 'FOWL', 'Other'].map((name) => index.sellerOf(name))).toEqual(['acme', 'acme', 'other']);
  });

  it('has its pages under the names that quotes have for them', () => {
    const [api, more] = [anOrigin(), anOrigin({ sha256: 'def' })];
    expect(buildPriceIndex({ id: 'mine', sellers: {} }, [], { api, 'api/more': more }).sources).toEqual({
      ...{ 'prices/mine/api': api, 'prices/mine/api/more': more },
    });
    expect(reference.sources).toEqual({});
  });
});

describe('the index', () => {
  const answer = (index: PriceIndex, model: Key): string => {
    const finding = index.find(model);
    return JSON.stringify(
      'refused' in finding ? finding.refused : [finding.match, finding.row.cost, finding.kind, finding.doubt],
    );
  };
  const keyOf = ({ provider, id, name }: Key): string => [provider, id, name].join('\n');
  const expected = new Map(models.map((model) => [keyOf(model), answer(reference, model)]));

  it('gives the same results for every order of the list and of the models', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...rows], { minLength: rows.length }),
        fc.shuffledSubarray(models, { minLength: models.length }),
        (list, order) => {
          const index = indexOf(list);
          for (const model of order) expect(answer(index, model)).toBe(expected.get(keyOf(model)));
        },
      ),
      { numRuns: 5 },
    );
  });

  it('never takes a row of another seller, whichever provider is asked for whichever id', () => {
    const sellers = sellersOf(helicone);
    const ids = [...new Set([...rows.map(({ model }) => model), ...models.map(({ id }) => id)])];
    const providers = [...new Set([...models.map(({ provider }) => provider), ...rows.map((one) => one.provider)])];
    const found = providers.flatMap((provider) =>
      ids.flatMap((id) => {
        const finding = reference.find({ provider, id, name: id });
        return 'match' in finding ? [{ provider, seller: sellers.ofRow(finding.match.provider) }] : [];
      }),
    );
    expect(found.length).toBeGreaterThan(rows.length);
    expect(found.filter(({ provider, seller }) => seller !== sellers.ofProvider(provider))).toEqual([]);
  });

  it('finds a price for each id that the list has, by its seller and letter by letter', () => {
    for (const { provider, model } of rows) {
      expect(reference.find({ provider, id: model, name: 'Another Name 7' })).toMatchObject({
        match: { strategy: 'exact', reason: 'same id', model },
      });
    }
  });

  it('answers twice alike', () => {
    for (const model of models) expect(reference.find(model)).toEqual(reference.find(model));
  });
});
