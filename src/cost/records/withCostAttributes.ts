import type { CallCost } from '../callCost.js';
import { isRaw, type Raw } from '../fields.js';

const prefix = 'gen_ai.usage.cost';

/**
 * A span with the attributes that the proposal for OpenTelemetry's conventions gives a cost: the amount, its currency, and
 * whether the provider said it or it was worked out here. A span that has an amount, or a cost that is not known, stays as it is.
 */
export function withCostAttributes(line: Raw, { total, currency, basis }: CallCost): Raw {
  if (total === null) return line;
  const source = basis === 'charge' ? 'provider' : 'local';
  return inSpan(line, {
    [`${prefix}.amount`]: Number(total),
    [`${prefix}.currency`]: currency,
    [`${prefix}.source`]: source,
  });
}

type Added = Readonly<Record<string, string | number>>;

function inSpan(span: Raw, added: Added): Raw {
  for (const name of ['span', 'attributes']) {
    const inner = span[name];
    if (isRaw(inner)) return { ...span, [name]: inSpan(inner, added) };
    if (name === 'attributes' && Array.isArray(inner)) return { ...span, attributes: inList(inner, added) };
  }
  const first = ['resourceSpans', 'scopeSpans', 'spans'].find((name) => Array.isArray(span[name]));
  if (first !== undefined)
    return { ...span, [first]: (span[first] as unknown[]).map((one) => (isRaw(one) ? inSpan(one, added) : one)) };
  return `${prefix}.amount` in span ? span : { ...span, ...added };
}

function inList(attributes: readonly unknown[], added: Added): readonly unknown[] {
  if (attributes.some((pair) => isRaw(pair) && pair['key'] === `${prefix}.amount`)) return attributes;
  return [
    ...attributes,
    ...Object.entries(added).map(([key, value]) => ({
      key,
      value: typeof value === 'number' ? { doubleValue: value } : { stringValue: value },
    })),
  ];
}
