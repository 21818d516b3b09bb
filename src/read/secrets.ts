import type { KeyUse, Request } from '../model/request.js';
import { createRedactor, type Secret } from './redactor.js';

/** The environment, as in `process.env`. */
export type Env = Readonly<Record<string, string | undefined>>;

/** A request with its secrets in place. Nothing of it may be shown but what went through `hide`. */
export interface Resolved {
  /** With placeholders filled in. */
  readonly url: string;
  /** The header that carries the key, where the request takes one. */
  readonly keyHeader: Readonly<Record<string, string>>;
  /** What the environment lacks, in words (`OPENAI_API_KEY`, `A_KEY or B_KEY`). */
  readonly missing: readonly string[];
  /** What nobody may see, whatever says it: the key, and values of placeholders that are no ordinary word of an answer. */
  readonly secrets: readonly Secret[];
  /** Puts names in the place of values, the key's and those of placeholders: the way out for what we say of the request. */
  readonly hide: (text: string) => string;
}

/** Fills in a request's placeholders and its key from the environment. An empty variable counts as not set. */
export function resolveSecrets(request: Request, env: Env): Resolved {
  const names = [...request.url.matchAll(placeholder)].map(([, name = '']) => name);
  const key = request.key && firstSet(request.key, env);
  const missing = names.filter((name) => !valueOf(name, env));
  if (request.key && !key) missing.push(request.key.env.join(' or '));

  return {
    url: request.url.replace(placeholder, (_, name: string, at: number) => {
      const value = valueOf(name, env);
      return inHost(request.url, at) ? value : encodeURIComponent(value);
    }),
    keyHeader: request.key && key ? keyHeader(request.key, key.value) : {},
    missing,
    secrets: [
      ...(request.key && key ? [{ ...key, leads: leadsOf(request.key) }] : []),
      ...names.map((name) => ({ name, value: valueOf(name, env) })).filter(({ value }) => value.length >= noWord),
    ],
    hide: (text) =>
      hiderOf([...names.map((name) => ({ name, value: valueOf(name, env) })), ...(key ? [key] : [])])(text),
  };
}

/** Values of placeholders, such as the id of an account, are no words from so many characters on. */
const noWord = 16;

const placeholder = /\{([A-Z][A-Z0-9_]*)\}/g;

const valueOf = (name: string, env: Env): string => env[name]?.trim() ?? '';

// A host may bring its port and a whole base its path, so they stand as they are; further on a value must not add a
// path or a query of its own.
const inHost = (url: string, at: number): boolean => /^(\w+:\/\/[^/?#]*)?$/.test(url.slice(0, at));

const firstSet = (use: KeyUse, env: Env): Secret | undefined =>
  use.env.map((name) => ({ name, value: valueOf(name, env) })).find(({ value }) => value !== '');

const keyHeader = ({ header = 'authorization', prefix = 'Bearer ' }: KeyUse, value: string) => ({
  [header.toLowerCase()]: `${prefix}${value}`,
});

/** What stands before a key that somebody repeats: the words of its header. */
const leadsOf = ({ header = 'authorization', prefix = 'Bearer' }: KeyUse): string[] =>
  [header, prefix.trim()].filter((lead) => lead !== '');

/** Hides by their values alone, short ones too: what it is given is about the request. */
function hiderOf(secrets: readonly Secret[]): (text: string) => string {
  const redactor = createRedactor();
  redactor.add(secrets);
  return redactor.hide;
}
