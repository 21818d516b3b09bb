import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { companions, paged } from './ask.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { openaiRow } from './openaiList.js';
import { unixDay } from './parse/dates.js';
import { count, flag, id, part, text } from './parse/fields.js';
import { vendorOf } from './parse/hostList.js';
import { jsonObject } from './parse/json.js';
import { listAt } from './parse/listAt.js';
import { modeOf } from './parse/modalities.js';
import { shapeError } from './parse/shapeError.js';
import { sidesOf } from './parse/sidesOf.js';
import { sameList } from './sameList.js';

const hubModel = z.looseObject({
  Name: id,
  Path: text,
  LastUpdatedTime: count,
  License: text,
  SupportInference: text,
});

const models: Request = { url: 'https://api-inference.modelscope.cn/v1/models' };

const pageSize = 100;

/** A page of the hub's list, with its place there. */
interface HubRequest extends Request {
  readonly number: number;
  /** How many rows stand before it. */
  readonly before: number;
  /** Whether it is beyond the number that full pages would make: pages may hold fewer rows than were asked for. */
  readonly isExtra: boolean;
}

const hubPage = (number: number, before = 0, total: number | null = null): HubRequest => ({
  number,
  before,
  isExtra: total !== null && (number - 1) * pageSize >= total,
  method: 'PUT',
  url: 'https://modelscope.cn/api/v1/dolphin/models',
  headers: {
    'content-type': 'application/json',
    origin: 'https://modelscope.cn',
    referer: 'https://modelscope.cn',
    'x-modelscope-accept-language': 'en_US',
  },
  body: `{"Criterion":[],"PageNumber":${number},"PageSize":${pageSize},"SingleCriterion":[],"SortBy":"Default","Target":""}`,
});

/**
 * ModelScope: GET /v1/models of its inference API (with the key where there is one; that it answers without is not
 * confirmed), else the hub's own list, a PUT; no prices: there is a free quota. Evidence: nobody has shown the first
 * list; the second one is known from a transformer and its output of March 2026.
 */
export const modelscope = defineSource({
  id: 'modelscope',
  name: 'ModelScope',
  providerKind: 'host',
  docs: 'https://modelscope.cn/docs/model-service/API-Inference/intro',
  env: ['MODELSCOPE_API_KEY'],
  unit: 'none',
  evidence: 'inferred',
  endpoints: [
    ...sameList({
      ways: { api: { ...models, key: { env: ['MODELSCOPE_API_KEY'] } }, 'api-anonymous': models },
      row: openaiRow,
      normalize: (model) => ({
        id: model.id,
        ownedBy: vendorOf(model.id) ?? (model.owned_by === 'system' ? null : model.owned_by),
        noPrice,
      }),
    }),
    defineEndpoint({
      name: 'hub',
      fills: false,
      requests: {
        list: paged(hubPage(1), (page) => nextHubPage(page).filter(({ isExtra }) => !isExtra)),
        extra: companions({
          of: { list: (page) => nextHubPage(page).filter(({ isExtra }) => isExtra) },
          next: nextHubPage,
          brings: 'models',
          read: (page) => hubData(page).models,
        }),
      },
      rows: ({ list, extra }) => [...list.flatMap((page) => hubData(page).models), ...extra.flat()],
      row: hubModel,
      normalize: fromHub,
    }),
    catalog('modelscope'),
  ],
});

const noPrice = 'no prices: a number of calls a day is free';

const envelope = z.looseObject({ Success: flag, Message: text, Data: part({ Model: part({ TotalCount: count }) }) });

function hubData(page: Page): { models: unknown[]; total: number | null } {
  const answer = jsonObject(page);
  const { Data, Success: isSuccess, Message: message } = envelope.parse(answer);
  if (isSuccess === false) throw shapeError(`the hub answered an error: ${message ?? 'no message'}`);
  return { models: listAt(answer, 'Data', 'Model', 'Models'), total: Data.Model.TotalCount };
}

/** The hub says how many models there are in all, never how many pages. */
function nextHubPage(page: Page): HubRequest[] {
  const { number = 1, before = 0 } = page.request as Partial<HubRequest>;
  const { models, total } = hubData(page);
  const soFar = before + models.length;
  const goesOn = total === null ? models.length >= pageSize : models.length > 0 && soFar < total;
  return goesOn ? [hubPage(number + 1, soFar, total)] : [];
}

/** Undefined for what the hub stores and does not serve. The API takes `owner/name`; the owner may be missing. */
function fromHub(model: z.infer<typeof hubModel>): Draft | undefined {
  if (model.SupportInference === null) return undefined;
  const { input, output } = sidesOf(model.SupportInference);
  return {
    id: model.Path ? `${model.Path}/${model.Name}` : model.Name,
    isNameOnly: !model.Path,
    name: model.Name,
    ownedBy: model.Path,
    mode: modeOf(input, output),
    modalities: { input, output },
    openWeights: model.License ? true : null,
    lastUpdated: unixDay(model.LastUpdatedTime),
    noPrice,
  };
}
