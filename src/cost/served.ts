import { isRaw, type Raw, text } from './fields.js';

/** The provider's words for no tier of its own. */
const standard = ['', 'default', 'standard', 'auto', 'on_demand', 'standard_only', 'unspecified', 'none', 'regular'];

const tierNames = ['service_tier', 'serviceTier', 'trafficType', 'traffic_type'];

/** A level of service in one spelling; null for the standard one. */
export function levelNamed(name: string): string | null {
  const word = name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/^(on_demand_|service_tier_|traffic_type_)/, '');
  return standard.includes(word) ? null : word;
}

/** Where the parts of a call stand: its usage, the answer around it, what was asked. */
export interface Spoken {
  readonly usage: Raw;
  readonly response: Raw;
  readonly request: Raw;
}

/** The level of service that was served, or else asked for; null for the standard one. */
export function serviceTierOf({ usage, response, request }: Spoken): string | null {
  const of = (names: readonly string[]) => said(response, names) ?? said(usage, names) ?? said(request, names) ?? '';
  const levels = [levelNamed(of(tierNames)), levelNamed(of(['speed']))].filter((level) => level !== null);
  return levels.length > 0 ? levels.join('+') : null;
}

/** What a field says, itself or, at Bedrock, under `type`. */
function said(raw: Raw, names: readonly string[]): string | undefined {
  const inner = names.map((name) => raw[name]).find((value): value is Raw => isRaw(value) && 'type' in value);
  return text(raw, ...names) ?? text(inner, 'type');
}

const nowhere = ['global', 'not_available'];

/** Where the call was served, in the provider's words; null where that is not said, or anywhere. */
export function regionOf({ usage, response, request }: Spoken): string | null {
  const geo = [usage, response, request].map((raw) => text(raw, 'inference_geo')).find((one) => one !== undefined);
  if (geo !== undefined && !nowhere.includes(geo.toLowerCase())) return geo;
  return text(request, 'region') ?? text(response, 'region') ?? null;
}

/** Words that a price may depend on: how much of the web is read, the size and quality of an image. */
export function variantsOf({ usage, request }: Spoken): string[] {
  const options = isRaw(request['web_search_options']) ? request['web_search_options'] : {};
  const context = text(usage, 'search_context_size') ?? text(options, 'search_context_size');
  const others = ['size', 'quality', 'resolution'].flatMap((name) => text(request, name) ?? text(usage, name) ?? []);
  return [...(context ? [`${context} search context size`] : []), ...others];
}
