import { count, isRaw, part, type Raw } from './fields.js';
import type { About } from './reading.js';
import type { Units } from './units.js';

/** What is counted beside tokens: searches, requests, seconds, characters, pages, images. Throws a `BadCount`. */
export function feesIn(raw: Raw, about: About): Units {
  const billed = part(raw, 'billed_units', 'billedUnits') ?? {};
  return {
    perSearch: searches(raw, billed),
    perRequest: isSearchRequest(raw) ? 1 : 0,
    perSecond: secondsIn(raw, about),
    perCharacter: count(raw, 'usage_characters', 'characters', 'character_count', 'billableCharacterCount') ?? 0,
    perPage: count(raw, 'pages_processed') ?? 0,
    perImage: count(raw, 'image_count', 'generated_images', 'num_images') ?? 0,
    perInputImage: count(billed, 'image_tokens') ? 0 : (count(billed, 'images') ?? 0),
    citations: count(raw, 'citation_tokens') ?? 0,
  };
}

/** The first of the places that counted searches: they repeat each other. */
function searches(raw: Raw, billed: Raw): number {
  return (
    count(billed, 'search_units') ||
    count(part(raw, 'server_tool_use', 'serverToolUse'), 'web_search_requests') ||
    count(part(raw, 'server_side_tool_usage_details'), 'web_search_requests') ||
    calls(part(raw, 'server_side_tool_usage_details')) ||
    count(raw, 'num_search_queries', 'search_units', 'web_search_requests') ||
    count(part(raw, 'prompt_tokens_details'), 'web_search_requests') ||
    count(part(part(raw, 'tool_usage'), 'web_search'), 'num_requests') ||
    grounded(raw['grounding_tool_count'] ?? raw['groundingToolCount']) ||
    0
  );
}

/** Calls of tools that the server ran: each costs the same, whichever it was. */
const calls = (details: Raw | undefined): number =>
  Object.keys(details ?? {})
    .filter((name) => name.endsWith('_calls'))
    .reduce((all, name) => all + (count(details, name) ?? 0), 0);

const grounded = (tools: unknown): number =>
  (Array.isArray(tools) ? tools : [])
    .filter(isRaw)
    .filter(({ type }) => typeof type === 'string' && /search/i.test(type))
    .reduce((all, tool) => all + (count(tool, 'count') ?? 0), 0);

/** A call that says how much of the web it read is billed as one; where its searches are counted, they are. */
const isSearchRequest = (raw: Raw): boolean =>
  typeof raw['search_context_size'] === 'string' && !count(raw, 'num_search_queries');

function secondsIn(raw: Raw, { api = '' }: About): number {
  const isTimed = raw['type'] === 'duration' || /transcri|translation|speech|audio|video/i.test(api);
  return (
    (count(raw, 'seconds', 'audio_seconds', 'duration_seconds', 'video_seconds') ||
      (isTimed ? count(raw, 'duration', 'audio_duration', 'video_duration') : 0)) ??
    0
  );
}
