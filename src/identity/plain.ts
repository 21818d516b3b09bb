import { oneForm } from '../match/oneForm.js';

/**
 * An id in one form: lower case, `%3A` decoded, without the mark of an alias (`~`) or of Hugging Face (`hf:`), without
 * Bedrock's `-v1:0`, families in two words, numbers of bits joined (`fp-8`), a point for Fireworks' `p` is left to the tokens.
 */
export function plain(text: string): string {
  const lower = oneForm(text.trim()).toLowerCase();
  const decoded = lower.includes('%') ? lower.replace(/(%[0-9a-f]{2})+/g, unescaped) : lower;
  return decoded
    .replace(/^~|^hf:/, '')
    .replace(/(^|[-/_])(bf|fp|int)-(4|8|16)(?=$|[-/:])/g, '$1$2$3')
    .replace(/(^|[-/ ])(i?q\d(?:_[a-z0-9]+)+)|[_\s]/g, (all: string, _: string, stored?: string) =>
      stored === undefined ? '-' : all,
    )
    .replace(/codellama/g, 'code-llama')
    .replace(/llamaguard/g, 'llama-guard')
    .replace(/all-mini-lm/g, 'all-minilm')
    .replace(/[-.](non|no)-(thinking|think)(?=$|[-:])/g, '-nothinking')
    .replace(/-v?(\d{1,2}):(\d)(?=$|:)/, revised);
}

function unescaped(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}

/** `-v2:0` is the second release; `-v1:0` and `-1:0` say nothing; `-v1:1` is 1.1. */
function revised(_: string, major: string, minor: string): string {
  if (minor !== '0') return `-v${major}.${minor}`;
  return major === '1' ? '' : `-v${major}`;
}
