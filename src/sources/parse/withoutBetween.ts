/**
 * The text without what stands from each `open` to the next `close`, both included, and `put` in its place: ("a (b) c", "(",
 * ")") -> "a  c". What is never closed stays. It reads the text once, as a regular expression would not.
 */
export function withoutBetween(text: string, open: string, close: string, put = ''): string {
  let kept = '';
  let from = 0;
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, from)) {
    const end = text.indexOf(close, start + open.length);
    if (end < 0) break;
    kept += text.slice(from, start) + put;
    from = end + close.length;
  }
  return kept + text.slice(from);
}
