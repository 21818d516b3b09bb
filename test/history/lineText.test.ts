import { describe, expect, it } from 'vitest';
import { lineText, numbered } from '../../src/history/lineText.js';
import type { HistoryLine } from '../../src/model/history.js';

const page = { url: 'https://acme.example/“a”', fetchedAt: '2026-09-01T00:00:00.000Z', sha256: 'ab', via: 'live' };
const line = { provider: 'acme', id: 'm-"1"', validFrom: '2026-08-31T12:00:00.000Z', page } as unknown as Omit<
  HistoryLine,
  'line' | 'run'
>;

describe('lineText', () => {
  it.each([null, '2026-09-02T00:00:00.000Z'])('is the line with its number first and its run last: %s', (run) => {
    const told = numbered(lineText(line), 12, run);
    expect(told).toBe(`${JSON.stringify({ line: 12, ...line, run })}\n`);
  });

  it('is of the month in which its page was seen, else of that from which it holds', () => {
    expect(lineText(line).month).toBe('2026-09');
    expect(lineText({ ...line, page: null }).month).toBe('2026-08');
  });
});
