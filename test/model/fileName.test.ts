import { describe, expect, it } from 'vitest';
import { isFileName } from '../../src/model/fileName.js';

describe('the name of a file', () => {
  it.each(['openai', 'google-vertex', 'Acme', '302ai', 'models.dev', 'a_b', 'console', 'com', 'nullable', 'lpt'])(
    'is %j',
    (id) => expect(isFileName(id)).toBe(true),
  );

  const reserved = ['con', 'CON', 'nul', 'aux', 'prn', 'com1', 'LPT9', 'con.json', 'NUL.tar.gz', 'conin$'];
  const paths = ['', '.', '..', '../x', '../../x', 'a/b', 'a\\b', '/x', 'c:x', '.hidden'];
  const ends = ['dot.', 'blank ', ' blank', 'tab\t', 'line\n', 'nul\u0000'];
  const objects = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
  it.each([...reserved, ...paths, ...ends, ...objects, 'a*', 'a?', 'a|b', 'é', 'x'.repeat(101)])('is not %j', (id) =>
    expect(isFileName(id)).toBe(false),
  );
});
