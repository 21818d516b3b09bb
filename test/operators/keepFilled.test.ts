import { describe, expect, it } from 'vitest';
import type { Settled } from '../../src/model/events.js';
import type { Model } from '../../src/model/model.js';
import type { ProviderFile } from '../../src/model/providerFile.js';
import { keepFilled } from '../../src/operators/keepFilled.js';
import { fill } from '../../src/sources/fill.js';
import { aFault, aLink, aModel, aProviderFile, aSettled, priced } from '../builders.js';
import { marbles } from '../marbles.js';

const links = [
  aLink({ name: 'api' }),
  aLink({ name: 'docs' }),
  aLink({ name: 'catalog', origin: 'catalog:models.dev' }),
];
const plain = aModel('a', { name: 'A' });
const documented = fill([plain], [aModel('a', { knowledge: '2025' })], 'docs');
const theirs = priced(
  aModel('a', {
    knowledge: '2020',
    openWeights: true,
    limit: { context: 8, output: 4 },
    modalities: { input: ['text'], output: [] },
  }),
);
const [whole] = fill(documented, [theirs], 'catalog:models.dev') as [Model];
const earlier = aProviderFile({ models: [whole, aModel('gone')] });

const becomes = (file: ProviderFile | undefined, settled: Settled, expected: Settled) =>
  marbles(({ cold, expectObservable, expectSubscriptions }) => {
    const source = cold('-s|', { s: settled });
    expectObservable(source.pipe(keepFilled(file, links))).toBe('-e|', { e: expected });
    expectSubscriptions(source.subscriptions).toBe('^-!');
  });

describe('keepFilled', () => {
  it('fills what a failed link filled before, and that only', () => {
    expect(whole.pricing.status).toBe('priced');
    const faults = [aFault('catalog')];
    becomes(earlier, aSettled({ models: documented, faults }), aSettled({ models: [whole], faults }));
    const filled = Object.fromEntries(Object.entries(whole.source.filled!).filter(([, from]) => from !== 'docs'));
    becomes(
      earlier,
      aSettled({ models: [plain], faults }),
      aSettled({ models: [{ ...whole, knowledge: null, source: { ...whole.source, filled } }], faults }),
    );
    becomes(earlier, aSettled({ models: [aModel('new')], faults }), aSettled({ models: [aModel('new')], faults }));
  });

  it('keeps what the provider says now', () => {
    const now = priced(aModel('a', { name: 'A', openWeights: false, cost: { ...plain.cost, input: 9 } }));
    const faults = [aFault('catalog'), aFault('docs')];
    marbles(({ cold, expectObservable }) => {
      const { filled = {} } = whole.source;
      const kept = Object.fromEntries(
        Object.entries(filled).filter(([field]) => !['cost', 'openWeights'].includes(field)),
      );
      const result = {
        ...whole,
        openWeights: false,
        cost: now.cost,
        pricing: now.pricing,
        source: { ...now.source, filled: kept },
      };
      expectObservable(cold('s|', { s: aSettled({ models: [now], faults }) }).pipe(keepFilled(earlier, links))).toBe(
        'e|',
        { e: aSettled({ models: [result], faults }) },
      );
    });
  });

  it('keeps nothing where no filling link failed, nothing is known, or what is known was recorded', () => {
    const bare = aSettled({ models: [plain] });
    const failed = aSettled({ models: [plain], faults: [aFault('catalog')] });
    becomes(earlier, bare, bare);
    becomes(undefined, failed, failed);
    becomes(aProviderFile({ ...earlier, via: 'recording' }), failed, failed);
    becomes(earlier, { ...failed, status: 'stale' }, { ...failed, status: 'stale' });
  });

  it('passes unsubscription and errors on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const settled = cold<Settled>('-----#');
      expectObservable(settled.pipe(keepFilled(earlier, links))).toBe('-----#');
      expectObservable(settled.pipe(keepFilled(earlier, links)), '^--!').toBe('---');
      expectSubscriptions(settled.subscriptions).toBe(['^----!', '^--!']);
    }));
});
