import { isRaw, type Raw } from '../fields.js';

/** Attributes of a span by name: OTLP's list of pairs, an object, or the span itself where it holds them. */
export function attributesOf(span: Raw): Raw {
  const { attributes } = spanIn(span);
  if (Array.isArray(attributes)) {
    return Object.fromEntries(
      attributes.filter(isRaw).map((pair) => [String(pair['key']), valueOf(pair['value'])] as const),
    );
  }
  return isRaw(attributes) ? attributes : span;
}

/** The single span of an export, or what was given. */
export function spanIn(line: Raw): Raw {
  if (isRaw(line['span'])) return spanIn(line['span']);
  const spans = listOf(line, 'resourceSpans').flatMap((resource) =>
    listOf(resource, 'scopeSpans').flatMap((scope) => listOf(scope, 'spans')),
  );
  return spans[0] ?? line;
}

/** How many spans a line holds. */
export const spansIn = (line: Raw): number =>
  listOf(line, 'resourceSpans').reduce(
    (all, resource) =>
      all + listOf(resource, 'scopeSpans').reduce((some, scope) => some + listOf(scope, 'spans').length, 0),
    0,
  );

const listOf = (holder: Raw, name: string): Raw[] => {
  const list = holder[name];
  return Array.isArray(list) ? list.filter(isRaw) : [];
};

/** A value of OTLP's JSON, in which whole numbers are texts. */
function valueOf(value: unknown): unknown {
  if (!isRaw(value)) return value;
  const { stringValue, intValue, doubleValue, boolValue } = value;
  return stringValue ?? (intValue === undefined ? (doubleValue ?? boolValue) : Number(intValue));
}
