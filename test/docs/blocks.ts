import { execFileSync } from 'node:child_process';
import { page, pagePaths } from './pages.js';

/** A command of a page, and in a block of `console` what is shown of its output. */
export interface Step {
  readonly command: string;
  /** Undefined where nothing is shown. */
  readonly shown?: readonly string[];
  /** Why it is not run here; undefined where it is. */
  readonly unless?: string;
}

/** A block of commands of a page, in the order of the page. */
export interface Block {
  readonly path: string;
  readonly steps: readonly Step[];
}

/** Programs that a page may call and that need not be on every machine. */
const programs = ['jq', 'sqlite3', 'duckdb'];
const missing = programs.filter((program) => {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return false;
  } catch {
    return true;
  }
});

const step = (command: string, shown?: readonly string[]): Step => {
  const program = missing.find((name) => new RegExp(`(^|[|;] *)${name} `).test(command));
  const unless = /# (network|needs )/.test(command)
    ? 'it needs more than the recordings'
    : program && `${program} is not installed`;
  return { command, ...(shown && { shown }), ...(unless !== undefined && { unless }) };
};

/** A script's commands, each whole: quotes are closed, and a line that ends in a backslash goes on. */
function commandsOf(script: string): string[] {
  const found: string[] = [];
  let open = '';
  for (const line of script.split('\n')) {
    open = open === '' ? line : `${open}\n${line}`;
    const isOpen = /\\$/.test(open) || ['"', "'"].some((quote) => quotesIn(open, quote) % 2 === 1);
    if (isOpen) continue;
    if (open.trim() !== '') found.push(open);
    open = '';
  }
  return found;
}

/** Quotes of that kind that don't stand within the other kind. */
const quotesIn = (text: string, quote: string): number => {
  const other = quote === '"' ? /'[^']*'/g : /"[^"]*"/g;
  return text.replace(/ #.*$/gm, '').replace(other, '').split(quote).length - 1;
};

/** Commands with what is shown below each. */
const shownOf = (text: string): Step[] =>
  text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...shown] = part.replace(/\n$/, '').split('\n');
      return step(command, shown);
    });

/** All blocks of commands of the pages. */
export const blocks: readonly Block[] = pagePaths.flatMap((path) =>
  [...page(path).matchAll(/^```(sh|console)\n(.*?)^```$/gms)].map(([, kind, text = '']) => ({
    path,
    steps: kind === 'console' ? shownOf(text) : commandsOf(text).map((command) => step(command)),
  })),
);

/** What a page shows of an output: `…` stands for what is left out, the lines before it are the first, those after it the last. */
export function cutLike(shown: readonly string[], output: string): string[] {
  const lines = output.replace(/\n$/, '').split('\n');
  const at = shown.indexOf('…');
  if (at < 0) return lines;
  const last = shown.length - at - 1;
  return [...lines.slice(0, at), '…', ...(last === 0 ? [] : lines.slice(-last))];
}
