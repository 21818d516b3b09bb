import { describe, expect, it } from 'vitest';
import { htmlTables } from '../../../src/sources/parse/html.js';

const cellText = (html: string) =>
  htmlTables(`<table><tr><td>A</td></tr><tr><td>${html}</td></tr></table>`)[0]!.rows[0]![0]!.text;

describe('htmlTables', () => {
  it('puts a quote on lines of its own', () => {
    expect(cellText('id-1<blockquote>Currently equivalent to id-2</blockquote>')).toBe(
      'id-1\nCurrently equivalent to id-2',
    );
    expect(cellText('<p>id-1</p><blockquote><p>note</p></blockquote>more')).toBe('id-1\nnote\nmore');
  });
});
