import { z } from 'zod';
import { native } from './alibaba/native.js';
import { pricePage } from './alibaba/pricePage.js';
import { snapshotDay } from './alibaba/snapshotDay.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { id } from './parse/fields.js';

const listed = z.looseObject({ id });

/**
 * Alibaba Cloud Model Studio, international: GET /api/v1/models (key; prices, each with its unit), the older
 * /compatible-mode/v1/models (key; ids alone) and the English price page, USD per 1M tokens. The Chinese pages are in
 * yuan and not read. Evidence: a slice of the page of 19 August 2026; the lists are known from the docs and clients.
 */
export const alibaba = defineSource({
  id: 'alibaba',
  name: 'Alibaba Cloud Model Studio',
  providerKind: 'lab',
  docs: 'https://www.alibabacloud.com/help/en/model-studio/models',
  env: ['DASHSCOPE_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    native,
    listEndpoint('api', {
      list: {
        url: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1/models',
        key: { env: ['DASHSCOPE_API_KEY'] },
      },
      row: listed,
      // `created` is when the workspace got the model.
      normalize: (model) => ({ id: model.id, releaseDate: snapshotDay(model.id) }),
    }),
    pricePage,
    catalog('alibaba'),
  ],
});
