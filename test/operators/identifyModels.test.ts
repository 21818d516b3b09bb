import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { identifyModels } from '../../src/operators/identifyModels.js';
import { aModel, aSnapshot } from '../builders.js';
import { marbles } from '../marbles.js';

const identity = (id: string) => ({ key: `lab/${id}`, line: `lab/${id}`, facets: {} });
const identify = (offers: readonly { readonly id: string }[]) => offers.map(({ id }) => identity(id));
const snapshot = aSnapshot({ items: [aModel('a'), aModel('b')] });
const told = { ...snapshot, items: ['a', 'b'].map((id) => aModel(id, { model: identity(id) })) };

describe('identifyModels', () => {
  it('notes of each offer which model it is, and changes nothing else', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const snapshots = cold('-s--s|', { s: snapshot });
      expectObservable(snapshots.pipe(identifyModels(identify))).toBe('-t--t|', { t: told });
      expectSubscriptions(snapshots.subscriptions).toBe('^----!');
    }));

  it('takes the word of today over what an earlier run wrote', () =>
    marbles(({ cold, expectObservable }) => {
      expectObservable(
        cold('(t|)', { t: aSnapshot({ items: [aModel('a', { model: identity('old') })] }) }).pipe(
          identifyModels(identify),
        ),
      ).toBe('(t|)', {
        t: aSnapshot({ items: [aModel('a', { model: identity('a') })] }),
      });
    }));

  it('leaves them as they are where nobody can tell', () =>
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold('-s|', { s: snapshot }).pipe(identifyModels())).toBe('-s|', { s: snapshot });
    }));

  it('passes an error and unsubscription on', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const failing = cold<Snapshot<Model>>('-#');
      expectObservable(failing.pipe(identifyModels(identify))).toBe('-#');
      const endless = cold<Snapshot<Model>>('----');
      expectObservable(endless.pipe(identifyModels(identify)), '^--!').toBe('----');
      expectSubscriptions(endless.subscriptions).toBe('^--!');
    }));

  it('errors where telling does', () =>
    marbles(({ cold, expectObservable }) => {
      const torn = new Error('torn');
      const throwing = () => {
        throw torn;
      };
      expectObservable(cold('-s|', { s: snapshot }).pipe(identifyModels(throwing))).toBe('-#', undefined, torn);
      expect(throwing).toThrow(torn);
    }));
});
