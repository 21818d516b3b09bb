import { htmlPage } from '../parse/htmlPage.js';
import { withoutLinks } from '../parse/markdownLinks.js';

/** A page's visible lines in order: headings with `# ` before them, what is set as code within `⟦⟧`; markdown or HTML. */
export function linesOf(body: string): string[] {
  const text = body.trimStart().startsWith('<') ? htmlText(body) : markdownText(body);
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

const markdownText = (body: string): string =>
  withoutLinks(withoutLinks(body, '!['))
    .replace(/`([^`\n]+)`/g, '⟦$1⟧')
    .replace(/^[ \t]*[-*][ \t]+/gm, '')
    .replace(/^#+/gm, '#')
    .replaceAll('**', '')
    .replaceAll('\\', '');

function htmlText(body: string): string {
  const $ = htmlPage(body);
  $('script,style,nav,sup').remove();
  $('code').each((_, code) => void $(code).replaceWith(`⟦${$(code).text()}⟧`));
  $('h1,h2,h3').prepend('\n# ');
  $('h1,h2,h3,h4,p,li,div,section,tr,td,th,dt,dd,table').append('\n').prepend('\n');
  $('br').replaceWith('\n');
  return $('body')
    .text()
    .replace(/#\s*\n\s*/g, '# ');
}
