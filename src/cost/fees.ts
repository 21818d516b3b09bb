import { count, isRaw, part, type Raw, sum } from './fields.js';
import type { About } from './reading.js';
import type { Units } from './units.js';

/** Units, of which undefined says that nobody counted them. */
export type Counted = Readonly<{ [Name in keyof Units]: number | undefined }>;

/** What is counted beside tokens: searches, requests, seconds, characters, pages, images. Throws a `BadCount`. */
export function feesIn(raw: Raw, about: About): Counted {
  const billed = part(raw, 'billed_units', 'billedUnits') ?? {};
  return {
    perSearch: searches(raw, billed),
    perRequest: isSearchRequest(raw) ? 1 : undefined,
    perSecond: secondsIn(raw, about),
    perCharacter: count(raw, 'usage_characters', 'characters', 'character_count', 'billableCharacterCount'),
    perPage: count(raw, 'pages_processed'),
    perImage: count(raw, 'image_count', 'generated_images', 'num_images'),
    perInputImage: count(billed, 'image_tokens') ? undefined : count(billed, 'images'),
    citations: count(raw, 'citation_tokens'),
  };
}

/** The first of the places that counted searches: they repeat each other. */
const searches = (raw: Raw, billed: Raw): number | undefined =>
  first(
    count(billed, 'search_units'),
    count(part(raw, 'server_tool_use', 'serverToolUse'), 'web_search_requests'),
    count(part(raw, 'server_side_tool_usage_details'), 'web_search_requests'),
    calls(part(raw, 'server_side_tool_usage_details')),
    count(raw, 'num_search_queries', 'search_units', 'web_search_requests'),
    count(part(raw, 'prompt_tokens_details'), 'web_search_requests'),
    count(part(part(raw, 'tool_usage'), 'web_search'), 'num_requests'),
    grounded(raw['grounding_tool_count'] ?? raw['groundingToolCount']),
  );

/** The first that counted something, 0 where one says so. */
const first = (...counts: readonly (number | undefined)[]): number | undefined =>
  counts.find((many) => many) ?? counts.find((many) => many !== undefined);

/** Calls of tools that the server ran: each costs the same, whichever it was. */
const calls = (details: Raw | undefined): number | undefined =>
  sum(
    ...Object.keys(details ?? {})
      .filter((name) => name.endsWith('_calls'))
      .map((name) => count(details, name)),
  );

const grounded = (tools: unknown): number | undefined =>
  sum(
    ...(Array.isArray(tools) ? tools : [])
      .filter(isRaw)
      .filter(({ type }) => typeof type === 'string' && /search/i.test(type))
      .map((tool) => count(tool, 'count')),
  );

/** A call that says how much of the web it read is billed as one; where its searches are counted, they are. */
const isSearchRequest = (raw: Raw): boolean =>
  typeof raw['search_context_size'] === 'string' && !count(raw, 'num_search_queries');

function secondsIn(raw: Raw, { api = '' }: About): number | undefined {
  const isTimed = raw['type'] === 'duration' || /transcri|translation|speech|audio|video/i.test(api);
  return first(
    count(raw, 'seconds', 'audio_seconds', 'duration_seconds', 'video_seconds'),
    isTimed ? count(raw, 'duration', 'audio_duration', 'video_duration') : undefined,
  );
}
