import { z } from 'zod';
import { shapeError } from '../fetch/errors.js';
import type { Page, Request } from '../fetch/request.js';
import type { Modality } from '../model/model.js';
import { catalog } from './catalog.js';
import { unixDay } from './parse/dates.js';
import { count, flag, id, part, text } from './parse/fields.js';
import { vendorOf } from './parse/hostList.js';
import { jsonObject, jsonPages } from './parse/json.js';
import { modeOf } from './parse/modalities.js';
import { defineLink, defineSource, type Draft } from './source.js';

const served = z.looseObject({ id, created: count, owned_by: text });
type Served = z.infer<typeof served>;

const hubModel = z.looseObject({
  Name: id,
  Path: text,
  CreatedTime: count,
  LastUpdatedTime: count,
  License: text,
  SupportInference: text,
});

const list: Request = { url: 'https://api-inference.modelscope.cn/v1/models' };

const pageSize = 100;

/** A page of the hub's list, with its place there. */
interface HubRequest extends Request {
  readonly number: number;
  /** How many rows stand before it. */
  readonly before: number;
}

const hubPage = (number: number, before: number): HubRequest => ({
  number,
  before,
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

const rows = (pages: readonly Page[]): unknown[] => jsonPages(pages, 'data');

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
  links: [
    defineLink<Served>({
      name: 'api',
      requests: [{ ...list, key: { env: ['MODELSCOPE_API_KEY'] } }],
      rows,
      row: served,
      normalize: fromList,
    }),
    defineLink<Served>({
      name: 'api-anonymous',
      fills: false,
      requests: [list],
      rows,
      row: served,
      normalize: fromList,
    }),
    defineLink<z.infer<typeof hubModel>>({
      name: 'hub',
      fills: false,
      requests: [hubPage(1, 0)],
      next: nextHubPage,
      rows: hubRows,
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
    releaseDate: unixDay(model.created),
  };
}

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

/**
 * The hub says how many models there are in all, never how many pages. Pages may hold fewer than were asked for; those
 * beyond the number that full ones would make are optional.
 */
function nextHubPage(page: Page): Request[] {
  const { number = 1, before = 0 } = page.request as Partial<HubRequest>;
  const { Models: models, TotalCount: total } = hubData(page);
  if (!Array.isArray(models) || models.length === 0) return [];
  const soFar = before + models.length;
  const following = hubPage(number + 1, soFar);
  if (total === null) return models.length >= pageSize ? [following] : [];
  return soFar < total ? [{ ...following, optional: number * pageSize >= total }] : [];
}

function hubRows(pages: readonly Page[]): unknown[] {
  const lists = pages.map((page) => hubData(page).Models);
  if (!lists.every(Array.isArray)) throw shapeError('the answer has no list "Data.Model.Models"');
  const models: unknown[] = lists.flat();
  if (models.length === 0) throw shapeError('the list is empty');
  return models;
}

/** Undefined for what the hub stores and does not serve. The API takes `owner/name`; the owner may be missing. */
function fromHub(model: z.infer<typeof hubModel>): Draft | undefined {
  if (model.SupportInference === null) return undefined;
  const [input, output] = sides(model.SupportInference);
  return {
    id: model.Path ? `${model.Path}/${model.Name}` : model.Name,
    name: model.Name,
    ownedBy: model.Path,
    mode: modeOf(input, output),
    modalities: { input, output },
    openWeights: model.License ? true : null,
    releaseDate: unixDay(model.CreatedTime),
    lastUpdated: unixDay(model.LastUpdatedTime),
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
