import { describe, expect, it } from 'vitest';
import { resolverFor } from '../../src/book/resolverFor.js';
import { anOffer } from '../settle/given.js';

describe('the model that a text means', () => {
  const named = (id: string, key: string | null) =>
    anOffer(id, { provider: id.slice(0, 4), model: { key, line: key, facets: {} } });
  const resolve = resolverFor([
    named('openai/gpt-oss-120b', 'openai/of-its-record'),
    named('gpt-oss-20b', 'openai/gpt-oss-20b'),
    named('claude-opus-4-6', null),
  ]);

  it('is the one that the records name, whatever a table of these offers alone would call it', () => {
    expect(resolve('GPT OSS 120B')).toEqual({ model: 'openai/of-its-record' });
    expect(resolve('openai/of-its-record')).toEqual({ model: 'openai/of-its-record' });
  });

  it('is that of the offer whose address it is, though others go by that id', () => {
    const model = (key: string) => ({ key, line: key, facets: {} });
    const resolveIn = resolverFor([
      anOffer('openai/gpt-5', { provider: 'one', model: model('openai/gpt-5') }),
      anOffer('openai/gpt-5', { provider: 'two', model: model('openai/gpt-5-2030') }),
    ]);
    expect(resolveIn('two/openai/gpt-5')).toEqual({ model: 'openai/gpt-5-2030' });
    expect(resolveIn('openai/gpt-5')).toEqual({ model: 'openai/gpt-5' });
  });

  it('is none that no record names', () => expect(resolve('claude-opus-4-6')).toEqual({ candidates: [] }));
});
