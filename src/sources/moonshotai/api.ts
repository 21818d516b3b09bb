import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Endpoint } from '../define.js';
import { listEndpoint } from '../listEndpoint.js';
import { count, flag, id, part, text } from '../parse/fields.js';
import { attachable } from '../parse/modalities.js';

const row = z.looseObject({
  id,
  owned_by: text,
  display_name: text,
  context_length: count,
  supports_image_in: flag,
  supports_video_in: flag,
  supports_reasoning: flag,
  supports_tool_use: flag,
  think_efforts: part({ support: flag }),
});
type Row = z.infer<typeof row>;

/** The list of a Moonshot host; a key is good for its own region only. `created` moves, so it is no date of release. */
export const api = (url: string): Endpoint =>
  listEndpoint('api', {
    list: { url, key: { env: ['MOONSHOT_API_KEY'] } },
    row,
    normalize,
  });

function normalize(model: Row): Draft {
  const { supports_image_in: image, supports_video_in: video } = model;
  const isSaid = image !== null || video !== null;
  const input = ['text', ...(image ? ['image'] : []), ...(video ? ['video'] : [])] as ('text' | 'image' | 'video')[];
  return {
    id: model.id,
    name: model.display_name,
    ownedBy: model.owned_by,
    mode: 'chat',
    modalities: { input: isSaid ? input : [], output: ['text'] },
    limit: { context: model.context_length },
    capabilities: {
      // The documentation says it of all Kimi models.
      toolCall: model.supports_tool_use ?? (model.id.startsWith('kimi-') ? true : null),
      reasoning: model.supports_reasoning ?? model.think_efforts.support,
      attachment: isSaid ? attachable(input) : null,
    },
  };
}
