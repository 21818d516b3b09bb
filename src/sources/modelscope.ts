import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Modality } from '../model/model.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { companions, paged } from './ask.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource, type Endpoint } from './define.js';
import { unixDay } from './parse/dates.js';
import { count, flag, id, part, text } from './parse/fields.js';
import { vendorOf } from './parse/hostList.js';
import { jsonList, jsonObject } from './parse/json.js';
import { modeOf } from './parse/modalities.js';
import { shapeError } from './parse/shapeError.js';

const served = z.looseObject({ id, owned_by: text });
type Served = z.infer<typeof served>;

const hubModel = z.looseObject({
  Name: id,
  Path: text,
  CreatedTime: count,
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

const list = (name: string, request: Request): Endpoint =>
  defineEndpoint({
    name,
    requests: { list: request },
    rows: ({ list }) => jsonList(list, 'data'),
    row: served,
    normalize: fromList,
  });

/**
 * ModelScope: GET /v1/models of its inference API (with the key where there is one; that it answers without is not
 * confirmed), else the hub's own list, a PUT; no prices: there is a free quota. Evidence: nobody has shown the first
 * list; the second one is known from a transformer and its output of March 2026.
 */
export const modelscope = defineSource({
  id: 'modelscope',
  name: 'ModelScope',
  docs: 'https://modelscope.cn/docs/model-service/API-Inference/intro',
  env: ['MODELSCOPE_API_KEY'],
  unit: 'none',
  evidence: 'inferred',
  endpoints: [
    list('api', { ...models, key: { env: ['MODELSCOPE_API_KEY'] } }),
    { ...list('api-anonymous', models), fills: false },
    defineEndpoint({
      name: 'hub',
      fills: false,
      requests: {
        list: paged(hubPage(1), (page) => nextHubPage(page).filter(({ isExtra }) => !isExtra)),
        extra: companions({
          of: { list: (page) => nextHubPage(page).filter(({ isExtra }) => isExtra) },
          next: nextHubPage,
          brings: 'models',
          read: hubModels,
        }),
      },
      rows: ({ list, extra }) => [...list.flatMap(hubModels), ...extra.flat()],
      row: hubModel,
      normalize: fromHub,
    }),
    catalog('modelscope'),
  ],
});

function fromList(model: Served): Draft {
  return {
    id: model.id,
    ownedBy: vendorOf(model.id) ?? (model.owned_by === 'system' ? null : model.owned_by),
    noPrice,
  };
}

const noPrice = 'no prices: a number of calls a day is free';

const envelope = z.looseObject({
  Success: flag,
  Message: text,
  Data: part({ Model: part({ Models: z.unknown().optional(), TotalCount: count }) }),
});

function hubData(page: Page) {
  const { Data, Success: isSuccess, Message: message } = envelope.parse(jsonObject(page));
  if (isSuccess === false) throw shapeError(`the hub answered an error: ${message ?? 'no message'}`);
  return Data.Model;
}

/** The hub says how many models there are in all, never how many pages. */
function nextHubPage(page: Page): HubRequest[] {
  const { number = 1, before = 0 } = page.request as Partial<HubRequest>;
  const { length } = hubModels(page);
  const { TotalCount: total } = hubData(page);
  const soFar = before + length;
  const goesOn = total === null ? length >= pageSize : length > 0 && soFar < total;
  return goesOn ? [hubPage(number + 1, soFar, total)] : [];
}

function hubModels(page: Page): unknown[] {
  const { Models: models } = hubData(page);
  if (!Array.isArray(models)) throw shapeError('the answer has no list "Data.Model.Models"');
  return models as unknown[];
}

/** Undefined for what the hub stores and does not serve. The API takes `owner/name`; the owner may be missing. */
function fromHub(model: z.infer<typeof hubModel>): Draft | undefined {
  if (model.SupportInference === null) return undefined;
  const [input, output] = sides(model.SupportInference);
  return {
    id: model.Path ? `${model.Path}/${model.Name}` : model.Name,
    isNameOnly: !model.Path,
    name: model.Name,
    ownedBy: model.Path,
    mode: modeOf(input, output),
    modalities: { input, output },
    openWeights: model.License ? true : null,
    releaseDate: unixDay(model.CreatedTime),
    lastUpdated: unixDay(model.LastUpdatedTime),
    noPrice,
  };
}

const short: Readonly<Record<string, Modality>> = {
  txt: 'text',
  text: 'text',
  img: 'image',
  image: 'image',
  vid: 'video',
  video: 'video',
  aud: 'audio',
  audio: 'audio',
};

/** `txt2img` -> text in, image out. */
function sides(inference: string): [Modality[], Modality[]] {
  const [from = '', to = ''] = inference.toLowerCase().split('2');
  const known = (word: string): Modality[] => [short[word.trim()] ?? []].flat();
  return [known(from), known(to)];
}
