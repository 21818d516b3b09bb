/** What a bar and a cut are drawn with. */
export interface Marks {
  /** A cell of a bar from an eighth to a whole. */
  readonly eighths: readonly string[];
  /** A cell of a bar that is not there yet. */
  readonly empty: string;
  /** For what is cut off. */
  readonly cut: string;
}

export const blocks: Marks = { eighths: Array.from('▏▎▍▌▋▊▉█'), empty: '░', cut: '…' };
export const ascii: Marks = { eighths: ['', '', '', '#', '#', '#', '#', '#'], empty: '.', cut: '~' };

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The marks that a terminal can show: by its locale, as POSIX reads it from the environment; Windows has none and shows all.
 */
export function marksOf(env: Env, platform: NodeJS.Platform = process.platform): Marks {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return platform === 'win32' || /utf-?8/i.test(locale) ? blocks : ascii;
}
