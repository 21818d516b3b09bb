import { describe, expect, it } from 'vitest';
import { printable, printableJson } from '../../src/cli/printable.js';
import { tell, tellJson } from '../../src/cli/tell.js';

const orders = [
  ...Array.from({ length: 0x20 }, (_, code) => code),
  ...Array.from({ length: 0x21 }, (_, i) => 0x7f + i),
  ...[0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2028, 0x2029, 0x2066, 0x2067, 0x2068, 0x2069],
  ...[0xd800, 0xdfff],
].map((code) => String.fromCharCode(code));
/** What a terminal may take as an order. */
const obeyed = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u;

describe('a printable text', () => {
  it.each(orders.map((char) => [char.charCodeAt(0).toString(16), char]))('has no U+%s', (_, char) => {
    expect(printable(`a${char}b`)).not.toMatch(obeyed);
    expect(printable(`a${char}b`)).toMatch(/^a( |\\u\{[0-9a-f]+\})b$/);
  });

  it.each(['gpt-4o-医疗', 'ＧＰＴ', 'مرحبا', 'שלום', 'नमस्ते', 'é', '👩‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'a\u00a0b', '─│'])('keeps %s', (text) =>
    expect(printable(text)).toBe(text),
  );

  it('is one line, and no longer than anybody reads', () => {
    expect(printable('a\r\n\n[OpenAI] Completed\u2028b\tc')).toBe('a [OpenAI] Completed b c');
    expect(printable('x'.repeat(1_000_000)).length).toBeLessThan(20_010);
  });
});

describe('what is told', () => {
  const written = (write: (stream: { write: (text: string) => boolean }) => void): string => {
    let text = '';
    write({ write: (more) => ((text += more), true) });
    return text;
  };

  it('has the lines that it was given and no other', () =>
    expect(written((stream) => tell(stream, 'a\nb', '', 'c'))).toBe('a b\n\nc\n'));

  it('is the same value as JSON', () => {
    const value = { [orders.join('')]: orders.join('x'), name: 'gpt-4o-医疗' };
    const text = written((stream) => tellJson(stream, value));
    expect(text.replaceAll('\n', '')).not.toMatch(obeyed);
    expect(JSON.parse(text)).toEqual(value);
    expect(JSON.parse(printableJson(JSON.stringify(value)))).toEqual(value);
  });
});
