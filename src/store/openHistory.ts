import { type PriceHistory, priceHistory } from '../history/priceHistory.js';
import { historyLine } from '../model/history.js';
import { checked, historyFiles, type HistoryFile } from './history.js';

/** Where a line stands. */
interface Place {
  readonly file: HistoryFile;
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Opens the price history of an output folder; undefined where it has none. With `asOf` it is the version of that moment: what
 * later runs wrote does not count. Of its lines those of an offer are read once somebody asks for it: there are many, and a
 * question is about few.
 *
 * Rejects with a `BadFile` for a history that is not the one that was closed; the answer throws one for a damaged line.
 */
export async function openHistory(out: string, asOf?: Date): Promise<PriceHistory | undefined> {
  const files = await historyFiles(out);
  if (files.length === 0) return undefined;
  const places = new Map<string, Place[]>();
  for (const file of files) {
    for (const place of placesIn(file)) {
      const name = nameOf(file.text.slice(place.from, place.to));
      const known = places.get(name);
      if (known) known.push(place);
      else places.set(name, [place]);
    }
  }
  const linesOf = (provider: string, id: string) =>
    (places.get(JSON.stringify([provider, id])) ?? []).map(({ file, number, from, to }) =>
      checked(historyLine, file.text.slice(from, to), file.path, number),
    );
  return priceHistory(linesOf, asOf?.getTime());
}

/** The lines of a file, its head left out. */
function* placesIn(file: HistoryFile): Iterable<Place> {
  const { text } = file;
  let from = text.indexOf('\n') + 1;
  for (let number = 2; from < text.length; number++) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    if (to > from) yield { file, number, from, to };
    from = to + 1;
  }
}

const start = /^\{"line":\d+,"provider":("(?:[^"\\]|\\.)*"),"id":("(?:[^"\\]|\\.)*")/;

/** Whose line it is, without reading the rest of it. */
function nameOf(line: string): string {
  const [, provider = '""', id = '""'] = start.exec(line) ?? [];
  return JSON.stringify([JSON.parse(provider), JSON.parse(id)]);
}
