/** Documents that the endpoints of one source share. */
const most = 8;

/** A pure function of a document, worked out once for all of a source's endpoints that read the same one; the last few are kept. */
export function rememberLast<Value>(work: (document: string) => Value): (document: string) => Value {
  const known = new Map<string, Value>();
  return (document) => {
    if (known.has(document)) return known.get(document) as Value;
    const value = work(document);
    const [oldest] = known.keys();
    if (known.size >= most && oldest !== undefined) known.delete(oldest);
    known.set(document, value);
    return value;
  };
}
