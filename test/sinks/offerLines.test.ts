import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { offerLines } from '../../src/sinks/offerLines.js';
import { aModel, completed, modelRead, priced } from '../builders.js';

const rows = ['a', 'b'].map((id) => modelRead(aModel(id), priced(aModel(id))));

/** What is on the stream so far. */
const linesOf = (stream: PassThrough): unknown[] =>
  String(stream.read() ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

describe('offerLines', () => {
  it.each(['raw', 'enriched'] as const)('writes the %s models, as they come', async (kind) => {
    const stream = new PassThrough();
    const sink = offerLines(stream, kind);
    await sink.write(rows);
    const expected = rows.map(({ model, enriched }) => (kind === 'raw' ? model : enriched));
    expect(linesOf(stream)).toEqual(expected);
    expect(await sink.commit(completed())).toEqual([]);
    expect(linesOf(stream)).toEqual([]);
  });

  it('rejects with the error of the stream', async () => {
    const stream = new PassThrough();
    const sink = offerLines(stream, 'raw');
    stream.destroy(new Error('gone'));
    await expect(sink.write(rows)).rejects.toThrow('gone');
  });
});
