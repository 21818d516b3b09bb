const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML 1.0 has no way to write: control characters, halves of characters, and two that are none. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A text as the content or an attribute of HTML or XML, whatever it says; a character that XML can't hold becomes U+FFFD. */
export const asText = (text: string): string =>
  text.replace(unwritable, '\uFFFD').replace(/[&<>"']/g, (char) => entities[char] ?? char);

/** An element around markup that is made already. */
export const element = (name: string, content: string, attributes: Readonly<Record<string, string>> = {}): string => {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${asText(value)}"`);
  return `<${name}${given.join('')}>${content}</${name}>`;
};
