import { statSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { root } from '../../cli/ratecard.js';
import { openScreen, type Run } from '../../cli/show/screen.js';
import { page } from '../pages.js';
import { sessionPath } from './recordSession.js';
import { sceneSvg, sessionSvg } from './sessionSvg.js';

/** The names of the elements of an XML document; throws where it is none. */
function elementsIn(xml: string): Set<string> {
  const names = new Set<string>();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => names.add(name));
  parser.write(xml).close();
  return names;
}

const line = (text: string): Run[] => [{ x: 0, text, colour: -1 }];

describe('the picture of a session', () => {
  it('is XML of text alone: nothing in it runs or is loaded', () => {
    expect([...elementsIn(page(sessionPath))].sort()).toEqual(['g', 'rect', 'style', 'svg', 'text', 'tspan']);
    expect(page(sessionPath)).not.toMatch(/url\(|@import|href|\son\w+=/);
  });

  it('is small', () => expect(statSync(join(root, sessionPath)).size).toBeLessThan(60_000));

  it('has what a program writes as text, whatever it is', () => {
    const svg = sessionSvg([{ lines: [line('<img src=x onerror=alert(1)> & co')], seconds: 1 }], 80, 24);
    expect(elementsIn(svg)).not.toContain('img');
    expect(svg).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; co');
  });

  it('has each piece in its column, wide letters and all, in its colour', async () => {
    const screen = openScreen(20, 2);
    await screen.write('│ 智谱  \u001b[32mok\u001b[39m │\n──');
    expect(sceneSvg({ lines: screen.runs() }).split('\n')).toEqual([
      '<text y="45"><tspan x="16">│</tspan><tspan x="31.6">智谱</tspan><tspan x="78.4" class="c2">ok</tspan><tspan x="101.8">│</tspan></text>',
      '<text y="60.5"><tspan x="16" textLength="15.6">──</tspan></text>',
    ]);
  });
});
