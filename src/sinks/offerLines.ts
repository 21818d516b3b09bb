import type { Writable } from 'node:stream';
import type { Completed, ModelRead } from '../model/events.js';
import type { Model } from '../model/model.js';
import { lines } from './lines.js';
import type { Kind } from './providerFiles.js';
import type { Sink } from './sink.js';

/** Models as JSON lines, as they come, raw or joined with prices; one for all providers of a run. */
export function offerLines(stream: Writable, kind: Kind): Sink<ModelRead, Completed> {
  const sink = lines<Model>(stream);
  return { ...sink, write: (rows) => sink.write(rows.map((row) => (kind === 'raw' ? row.model : row.enriched))) };
}
