/** Longer texts, and more than so many, are worked out anew each time: what a body may hold is without end. */
const longest = 64;
const most = 20_000;

/** A pure function of a text that is asked the same again and again, such as of a key that each of thousands of rows has. */
export function remember<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = work(text);
    if (text.length <= longest && known.size < most) known.set(text, value);
    return value;
  };
}
