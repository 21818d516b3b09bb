import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { openaiList } from './openaiList.js';

/**
 * SiliconFlow's Chinese host: GET /v1/models (key; ids only, some of them with `Pro/` or `LoRA/` before the vendor).
 * It bills in CNY, which is no price here: what is known in USD stands in models.dev.
 * Evidence: the list's schema; models.dev of July 2026.
 */
export const siliconflowCn = defineSource({
  id: 'siliconflow-cn',
  name: 'SiliconFlow (China)',
  providerKind: 'host',
  docs: 'https://docs.siliconflow.cn',
  env: ['SILICONFLOW_CN_API_KEY'],
  unit: 'USD per 1M tokens (models.dev)',
  evidence: 'schema',
  endpoints: [
    openaiList(
      'https://api.siliconflow.cn/v1/models',
      { env: ['SILICONFLOW_CN_API_KEY'] },
      ({ owned_by: owner, id }) => owner ?? id.replace(/^(Pro|LoRA)\//, '').split('/')[0] ?? null,
    ),
    catalog('siliconflow-cn'),
  ],
});
