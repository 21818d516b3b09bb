const hex = (char: string): string => char.charCodeAt(0).toString(16);
const each = (text: string, spell: (char: string) => string): string => Array.from(text, spell).join('');
const escaped = (value: string): string => JSON.stringify(value).slice(1, -1);
const special = /[^a-z0-9]/i;

/** The forms in which a body, a header or an address may hold a key, by what was done to it. */
export const secretForms = (value: string): Record<string, string> => ({
  plain: value,
  'in small letters': value.toLowerCase(),
  'as JSON': escaped(value),
  'as JSON with slashes escaped': escaped(value).replaceAll('/', '\\/'),
  'as JSON within JSON': escaped(escaped(value).replaceAll('/', '\\/')),
  'as JSON with references of Unicode': each(value, (char) =>
    special.test(char) ? `\\u00${hex(char).toUpperCase()}` : char,
  ),
  'as JSON of references of Unicode': each(value, (char) => `\\u00${hex(char)}`),
  'as a string of JavaScript': each(value, (char) => `\\x${hex(char)}`),
  'as HTML': value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;'),
  'as HTML with slashes': value
    .replaceAll('&', '&amp;')
    .replaceAll('/', '&#x2F;')
    .replaceAll('=', '&#x3D;')
    .replaceAll('"', '&#34;'),
  'as HTML of names': value
    .replaceAll('&', '&amp;')
    .replaceAll('/', '&sol;')
    .replaceAll('+', '&plus;')
    .replaceAll('=', '&equals;'),
  'as HTML of numbers': each(value, (char) => `&#${char.charCodeAt(0)};`),
  'as HTML within HTML': value.replaceAll('&', '&amp;amp;').replaceAll('"', '&amp;quot;'),
  'percent-encoded': encodeURIComponent(value),
  'percent-encoded in small letters': encodeURIComponent(value).replace(/%../g, (code) => code.toLowerCase()),
  'percent-encoded twice': encodeURIComponent(encodeURIComponent(value)),
  'percent-encoded whole': each(value, (char) => `%${hex(char)}`),
  'as base64': Buffer.from(value).toString('base64'),
  'as base64 for addresses': Buffer.from(value).toString('base64url'),
  'as base64, percent-encoded': encodeURIComponent(Buffer.from(value).toString('base64')),
  'as base64 within JSON with slashes escaped': Buffer.from(value).toString('base64').replaceAll('/', '\\/'),
  'in hexadecimal': Buffer.from(value).toString('hex'),
});
