import { api } from './amazon-bedrock/api.js';
import { prices } from './amazon-bedrock/prices.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';

/**
 * Amazon Bedrock: ListFoundationModels (bearer key; ids, no prices) and the AWS price list of us-east-1, no key: Amazon's
 * and open models in USD per 1K tokens, marketplace models in USD per 1M, each SKU with its unit; no ids.
 * Evidence: price list of 11 September 2026, marketplace SKUs of 30 September 2026, three bodies of the model list.
 */
export const amazonBedrock = defineSource({
  id: 'amazon-bedrock',
  name: 'Amazon Bedrock',
  providerKind: 'cloud',
  docs: 'https://docs.aws.amazon.com/bedrock/latest/userguide/',
  env: ['AWS_BEARER_TOKEN_BEDROCK', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_REGION'],
  unit: 'USD per 1K or 1M tokens, told by each SKU',
  evidence: 'recorded',
  endpoints: [api, prices, catalog('amazon-bedrock')],
});
