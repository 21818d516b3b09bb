/** The text without the characters of `marks` that it ends in: ("solar**", "*") -> "solar". */
export function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
