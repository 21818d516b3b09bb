/**
 * The host (and port, where one is given) of a URL that may hold `{ENV_VARIABLE}` placeholders, which `URL` refuses;
 * the text itself where it has none.
 */
export const hostOf = (url: string): string => /^\w+:\/\/(?:[^/?#@]*@)?([^/?#]+)/.exec(url)?.[1] ?? url;
