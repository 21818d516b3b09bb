/** What the page shows: a view, and what is chosen in it. It is all of its state, and stands in the address after the `#`. */
export interface Place {
  /** offers, model, compare, cost, pictures, run, changes or open. */
  readonly view: string;
  /** What the view is of, such as a model's key; empty where it is of nothing. */
  readonly of: string;
  /** What is chosen, in words. */
  readonly chosen: Readonly<Record<string, string>>;
}

/** The place that the text after a `#` names; the table of all offers where it names none. */
export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const [view = '', ...rest] = path.split('/');
  return {
    view: view === '' ? 'offers' : decoded(view),
    of: rest.map(decoded).join('/'),
    chosen: Object.fromEntries(new URLSearchParams(query)),
  };
}

/** A text that was cut off in the middle of a sign stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The text that names a place, with its `#`: what is empty is left out. */
export function hashOf({ view, of = '', chosen = {} }: Partial<Place>): string {
  const path = [view ?? 'offers', ...(of === '' ? [] : of.split('/'))].map(encodeURIComponent).join('/');
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== '')).toString();
  return `#/${path}${query === '' ? '' : `?${query}`}`;
}
