import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/model/providerFile.js';
import { jsonLines } from '../../src/sinks/jsonLines.js';
import { aModel, anOrigin, aPricing, completed, modelRead, priced, priceRead, rejected, started } from '../builders.js';
import { written } from '../written.js';
import { anEnd, aPlan, opened } from './plan.js';

const rows = ['a', 'b'].map((id) => modelRead(aModel(id), priced(aModel(id))));

/** What is on the stream so far. */
const linesOf = (stream: PassThrough): unknown[] =>
  written(stream)
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));

const sinkTo = (stream: PassThrough, dataset: Dataset) =>
  opened(jsonLines, aPlan('/nowhere', { stdout: { stream, dataset } }));

describe('lines to stdout', () => {
  it.each(['raw', 'enriched'] as const)('are the %s models, as they come', async (dataset) => {
    const stream = new PassThrough();
    const sink = sinkTo(stream, dataset);
    await sink.write(rows);
    expect(linesOf(stream)).toEqual(
      rows.map(({ model, enriched }) => ({ ...(dataset === 'raw' ? model : enriched), sources: { api: anOrigin() } })),
    );
    expect(await sink.commit(anEnd())).toEqual([]);
    expect(linesOf(stream)).toEqual([]);
  });

  it('carry the pages that their model names, and no others', async () => {
    const stream = new PassThrough();
    const on = (endpoint: string) => aPricing({ evidence: { endpoint, row: 0 } });
    const [ofDocs, ofPrices, unused] = ['docs', 'prices', 'unused'].map((sha256) => anOrigin({ sha256 }));
    const sources = {
      ...{ 'prices/helicone/api': ofPrices!, 'docs/meters': unused!, docs: ofDocs!, api: anOrigin() },
    };
    const model = aModel('a', { from: { '*': 'docs' } });
    const events = [
      modelRead(model, { ...model, pricing: on('prices/helicone/api') }, sources),
      modelRead(aModel('b', { pricing: on('docs') }), undefined, sources),
    ];
    await sinkTo(stream, 'raw').write(events);
    await sinkTo(stream, 'enriched').write(events);
    const pages = linesOf(stream).map((line) => (line as { sources: unknown }).sources);
    expect(pages).toEqual([
      { docs: ofDocs },
      { api: anOrigin(), docs: ofDocs },
      { docs: ofDocs, 'prices/helicone/api': ofPrices },
      { api: anOrigin(), docs: ofDocs },
    ]);
  });

  it('are models and nothing else', async () => {
    const stream = new PassThrough();
    await sinkTo(stream, 'raw').write([started(), rejected(), priceRead(), completed()]);
    expect(linesOf(stream)).toEqual([]);
  });

  it('stay where they are after an abort, and the stream stays open', async () => {
    const stream = new PassThrough();
    const sink = sinkTo(stream, 'raw');
    await sink.write(rows);
    expect(await sink.abort()).toEqual([]);
    expect(linesOf(stream)).toHaveLength(2);
    expect(stream.writable).toBe(true);
  });

  it('fail with the error of the stream', async () => {
    const stream = new PassThrough();
    const sink = sinkTo(stream, 'raw');
    stream.destroy(new Error('gone'));
    await expect(sink.write(rows)).rejects.toThrow('gone');
  });

  it('set the pace: a write is done once the stream has room', async () => {
    const stream = new PassThrough({ highWaterMark: 1 });
    let isWritten = false;
    const writing = sinkTo(stream, 'raw')
      .write(rows)
      .then(() => (isWritten = true));
    await new Promise(setImmediate);
    expect(isWritten).toBe(false);
    stream.resume();
    await writing;
  });
});
