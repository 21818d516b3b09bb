import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { api } from './moonshotai/api.js';

/**
 * Moonshot AI in China: GET /v1/models (key of that region; no prices). Its pages quote CNY, so prices come from
 * models.dev only. Evidence: as for the international host; no body of this one was seen.
 */
export const moonshotaiCn = defineSource({
  id: 'moonshotai-cn',
  name: 'Moonshot AI (China)',
  providerKind: 'lab',
  docs: 'https://platform.moonshot.cn/docs/api/chat',
  env: ['MOONSHOT_API_KEY'],
  unit: 'CNY; USD per 1M tokens (models.dev)',
  evidence: 'inferred',
  endpoints: [api('https://api.moonshot.cn/v1/models'), catalog('moonshotai-cn')],
});
