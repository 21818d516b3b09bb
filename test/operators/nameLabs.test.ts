import { describe, it } from 'vitest';
import type { Model } from '../../src/model/model.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { nameLabs } from '../../src/operators/nameLabs.js';
import type { Joined } from '../../src/settle/settleModel.js';
import { aModel, aSnapshot } from '../builders.js';
import { marbles } from '../marbles.js';

const joined = (model: Model, enriched: Model = model): Snapshot<Joined> => ({
  ...aSnapshot(),
  items: [{ model, enriched, refused: [] }],
});
const keyed = (key: string | null) => ({ key, line: key, facets: {} });

describe('nameLabs', () => {
  it.each<[string, Partial<Model>, Partial<Model>]>([
    ['what the seller calls otherwise', { ownedBy: 'Qwen', model: keyed('alibaba/qwen3-32b') }, { ownedBy: 'alibaba' }],
    ['what is no known model', { ownedBy: 'Mistral AI', model: keyed(null) }, { ownedBy: 'mistral' }],
    [
      'what the seller says nothing of',
      { model: keyed('openai/gpt-4o') },
      { ownedBy: 'openai', from: { '*': 'api', ownedBy: 'registry' } },
    ],
    [
      'what the seller says is another’s',
      { ownedBy: 'Novita AI', model: keyed('zhipuai/glm-4.6') },
      { ownedBy: 'zhipuai', from: { '*': 'api', ownedBy: 'registry' } },
    ],
  ])('names the lab of %s', (_, stated, told) =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const model = aModel('m', stated);
      const snapshots = cold('-s-|', { s: joined(model) });
      expectObservable(snapshots.pipe(nameLabs())).toBe('-t-|', { t: joined(model, { ...model, ...told }) });
      expectSubscriptions(snapshots.subscriptions).toBe('^--!');
    }),
  );

  it.each<[string, Partial<Model>]>([
    ['the lab’s own word', { ownedBy: 'openai', model: keyed('openai/gpt-4o') }],
    ['a lab that nobody knows', { ownedBy: 'A Lab', model: keyed(null) }],
    ['nothing', { model: null }],
    ['somebody’s fine-tune', { model: keyed('community/x-7b') }],
  ])('leaves %s as it is', (_, stated) =>
    marbles(({ cold, expectObservable }) => {
      const one = joined(aModel('m', stated));
      expectObservable(cold('(s|)', { s: one }).pipe(nameLabs())).toBe('(s|)', { s: one });
    }),
  );

  it('passes an error and unsubscription on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      expectObservable(cold<Snapshot<Joined>>('-#').pipe(nameLabs())).toBe('-#');
      const endless = cold<Snapshot<Joined>>('---');
      expectObservable(endless.pipe(nameLabs()), '^-!').toBe('---');
      expectSubscriptions(endless.subscriptions).toBe('^-!');
    }));
});
