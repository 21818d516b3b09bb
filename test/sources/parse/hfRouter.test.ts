import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/model/page.js';
import { routerDraft, routerRow, routerRows } from '../../../src/sources/parse/hfRouter.js';

const page = (data: unknown): Page => ({
  request: { url: 'https://a' },
  url: 'https://a',
  body: JSON.stringify({ data }),
  fetchedAt: '',
  sha256: '',
  bytes: 0,
  via: 'live',
  attempts: 1,
});
const live = (provider: string, input?: unknown, output?: unknown, more: object = {}) => ({
  provider,
  status: 'live',
  ...(input !== undefined && { pricing: { input, output } }),
  ...more,
});
const draft = (...providers: unknown[]) => routerDraft(routerRow.parse({ id: 'lab/Model', providers }));

describe('hfRouter', () => {
  it('gives one provider its own rows and entries', () => {
    const rows = [
      { id: 'a/b', providers: [live('nscale', 1, 2), live('groq', 3, 4)] },
      { id: 'c/d', providers: [live('groq', 3, 4)] },
      { id: 'e/f', providers: [] },
      { id: 'g/h' },
      null,
    ];
    expect(routerRows(page(rows), 'nscale')).toEqual([{ id: 'a/b', providers: [live('nscale', 1, 2)] }]);
    expect(routerRows(page(rows))).toHaveLength(5);
    expect(() => routerRows(page(rows), 'hyperbolic')).toThrow('lists nothing of hyperbolic');
  });

  it('prices a model where its providers agree', () => {
    expect(draft(live('a', 0.6, '0.9'), live('b', 0.6, 0.9), live('c'))).toMatchObject({
      cost: { input: 0.0006, output: 0.0009 },
    });
    expect(draft(live('a', 0.01, 0))).toMatchObject({ cost: { input: 0.00001, output: 0 } });
  });

  it('calls it variable where they differ, and keeps each price', () => {
    const model = draft(live('a', 0.6, 0.9), live('b', 0.6, 1.8), { ...live('c', 0.1, 0.1), status: 'offline' });
    expect(model).toMatchObject({
      priceStatus: 'variable',
      tiers: [
        { when: { variant: 'a' }, cost: { input: 0.0006, output: 0.0009 } },
        { when: { variant: 'b' }, cost: { input: 0.0006, output: 0.0018 } },
      ],
    });
    expect(model).not.toHaveProperty('cost');
  });

  it('takes 0 as a price only where the entry is free', () => {
    expect(draft(live('a', 0, 0, { is_free: true }))).toMatchObject({ priceStatus: 'free', cost: { input: 0 } });
    expect(draft(live('a', 0, 0, { is_free: false }))).not.toHaveProperty('cost');
    expect(draft(live('a', 0, 0.0013))).not.toHaveProperty('cost');
  });

  it('joins what live providers can do', () => {
    const more = { context_length: 1000, supports_tools: false, supports_structured_output: null };
    expect(
      draft(live('a', 1, 1, more), live('b', 1, 1, { context_length: '2000', supports_tools: true })),
    ).toMatchObject({
      limit: { context: 2000 },
      capabilities: { toolCall: true, structuredOutput: null },
    });
    expect(draft({ ...live('a'), status: 'error' })).toBeUndefined();
    expect(draft()).toBeUndefined();
  });

  it('survives entries of any type', () => {
    expect(draft(null, 'x', 7, live('a', { usd: 1 }, [2], { context_length: {} }))).toMatchObject({ id: 'lab/Model' });
    expect(routerDraft(routerRow.parse({ id: 'lab/Model', providers: 'none' }))).toMatchObject({ ownedBy: 'lab' });
  });
});
