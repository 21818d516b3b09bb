import stringWidth from 'string-width';
import type { Run } from '../../cli/show/screen.js';

/** What a terminal shows for a while. */
export interface Scene {
  readonly lines: readonly (readonly Run[])[];
  readonly seconds: number;
  /** Shown alone where nothing may move. */
  readonly isStill?: boolean;
}

const cell = { width: 7.8, height: 15.5 };
const margin = 16;
const size = 13;
/** The colours that the program uses, by their number on a terminal: on light and on dark. */
const palette: Readonly<Record<number, readonly [string, string]>> = {
  1: ['#c5221f', '#ff7b72'],
  2: ['#187a35', '#56d364'],
  3: ['#8a5a00', '#e3b341'],
  6: ['#0b7285', '#56d4dd'],
  8: ['#6a737d', '#8b949e'],
};
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const round = (value: number): string => String(Math.round(value * 10) / 10);

/** Pieces of a run that stand where they stand, however wide a font makes what is before them: at rules, and after blanks. */
function piecesOf({ x, text, colour }: Run): Run[] {
  return Array.from(text.matchAll(/[─┌┬┐├┼┤└┴┘]+|│|(?:(?! {2}|│).)+/g)).flatMap(([piece], i, all) => {
    const before = text.slice(0, all[i]?.index);
    const blanks = piece.length - piece.trimStart().length;
    const trimmed = piece.trim();
    return trimmed === '' ? [] : [{ x: x + stringWidth(before) + blanks, text: trimmed, colour }];
  });
}

function lineSvg(runs: readonly Run[], row: number): string {
  const pieces = runs.flatMap(piecesOf);
  if (pieces.length === 0) return '';
  const spans = pieces.map(({ x, text, colour }) => {
    const isDrawn = /^[─┌┬┐├┼┤└┴┘▏▎▍▌▋▊▉█░]{2,}$/.test(text);
    const width = isDrawn ? ` textLength="${round(stringWidth(text) * cell.width)}"` : '';
    const kind = colour in palette ? ` class="c${colour}"` : '';
    return `<tspan x="${round(margin + x * cell.width)}"${width}${kind}>${escaped(text)}</tspan>`;
  });
  return `<text y="${round(margin * 2 + size + row * cell.height)}">${spans.join('')}</text>`;
}

/** The lines of a scene, as they stand in the picture. */
export const sceneSvg = ({ lines }: Pick<Scene, 'lines'>): string =>
  lines
    .map(lineSvg)
    .filter((line) => line !== '')
    .join('\n');

/** A picture of a terminal that shows scenes one after the other, over and over; text stays text. */
export function sessionSvg(scenes: readonly Scene[], columns: number, rows: number): string {
  const [width, height] = [margin * 2 + columns * cell.width, margin * 3 + rows * cell.height];
  const all = scenes.reduce((sum, { seconds }) => sum + seconds, 0);
  const colours = (which: 0 | 1) => Object.entries(palette).map(([name, pair]) => `.c${name}{fill:${pair[which]}}`);
  const times = scenes.map(({ seconds }, i) => {
    const before = scenes.slice(0, i).reduce((sum, one) => sum + one.seconds, 0);
    const [from, to] = [before, before + seconds].map((at) => `${round((100 * at) / all)}%`);
    const start = i === 0 ? '' : '0%{visibility:hidden}';
    return `@keyframes s${i}{${start}${from}{visibility:visible}${to}{visibility:hidden}}.s${i}{animation:s${i} ${all}s step-end infinite}`;
  });
  const style = [
    `text{font:${size}px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#24292f;white-space:pre}`,
    ...['.b{fill:#fff;stroke:#d0d7de}', ...colours(0), '.s{visibility:hidden}.still{visibility:visible}', ...times],
    `@media(prefers-color-scheme:dark){text{fill:#e6edf3}.b{fill:#0d1117;stroke:#30363d}${colours(1).join('')}}`,
    '@media(prefers-reduced-motion:reduce){.s{animation:none}}',
  ].join('\n');
  const shown = scenes.map(
    (scene, i) => `<g class="s s${i}${scene.isStill ? ' still' : ''}">\n${sceneSvg(scene)}\n</g>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-label="A terminal: a run while it goes on, its summary, the offers of a model, and why a price is what it is">`,
    `<style>\n${style}\n</style>`,
    `<rect class="b" x=".5" y=".5" width="${round(width - 1)}" height="${round(height - 1)}" rx="8"/>`,
    ...shown,
    '</svg>\n',
  ].join('\n');
}
