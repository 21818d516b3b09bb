import type { Modality } from '../model/model.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { companions } from './ask.js';
import { defineEndpoint, defineSource } from './define.js';
import { Documented, documentRow, fromDocument, type Said } from './google-vertex/document.js';
import { catalogNames, catalogPart, type Names, publisherLists } from './google-vertex/entries.js';
import { linesOf } from './google-vertex/lines.js';
import { modelsOn } from './google-vertex/modelPage.js';
import { idOf, kebab, type Listed, listedIn } from './google-vertex/partnerTable.js';
import { lifecycleNamed } from './parse/lifecycleNamed.js';
import { shapeError } from './parse/shapeError.js';
import { dayOf } from './parse/terms.js';
import { withoutBetween } from './parse/withoutBetween.js';

const models = 'https://docs.cloud.google.com/gemini-enterprise-agent-platform/models';
const index = `${models}/partner-models/use-partner-models`;
const entries = ['google-vertex-anthropic', 'google-vertex'] as const;
const publishers = [
  'anthropic',
  'mistralai',
  'meta',
  'deepseek-ai',
  'qwen',
  'openai',
  'moonshotai',
  'zai-org',
  'xai',
  'minimaxai',
  'ai21',
] as const;

/**
 * Partner and open models on Vertex AI: a table of the documents and a page each, without prices; models.dev's entries have
 * prices, USD per 1M tokens. Models that only those have are listed too and filled from them.
 * Evidence: documents of 22 August 2026; the lists of publishers from a typed client.
 */
export const googleVertexPartner = defineSource({
  id: 'google-vertex-partner',
  name: 'Google Vertex AI partner models',
  providerKind: 'cloud',
  docs: index,
  env: ['GOOGLE_VERTEX_PROJECT', 'GOOGLE_VERTEX_LOCATION', 'GOOGLE_APPLICATION_CREDENTIALS'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'docs',
      requests: {
        list: { url: index },
        names: catalogNames(true, ...entries),
        details: companions({ of: { list: pagesOf }, brings: ['models', 'facts'], read: saidOn }),
      },
      rows: ({ list, names, details }) => rowsOf(listedIn(list.body), details.flat(), names),
      row: documentRow,
      normalize: fromDocument,
    }),
    publisherLists(...publishers),
    catalogPart(true, ...entries),
  ],
});

/** The folders of the models' pages that are not called as their publisher is. */
const folders: Readonly<Record<string, string>> = {
  anthropic: 'claude',
  xai: 'grok',
  mistralai: 'mistral',
  meta: 'llama',
};

/**
 * Pages below the index that may be a model's: those that it links to, and those that the models of its table should have
 * ("Claude Opus 5": claude/opus-5). Other pages share the path, they are told by what is on them.
 */
function pagesOf({ body }: Page): Request[] {
  const linked = [...body.matchAll(/(?:href="|\]\()([^")\s]+)/g)].flatMap(([, href = '']) => {
    const path = URL.canParse(href, index) ? new URL(href, index).pathname : '';
    return /\/models\/((?:partner-models|maas)\/[\w-]+\/[\w.-]+)$/.exec(path)?.[1] ?? [];
  });
  const named = listedIn(body).map(({ name, publisher }) => {
    const slug = kebab(withoutBetween(name, '(', ')'));
    return `partner-models/${folders[publisher] ?? publisher}/${slug.replace(/^claude-/, '')}`;
  });
  return [...new Set([...linked, ...named])].map((path) => ({ url: `${models}/${path}` }));
}

/** The models of a page, with the lab whose card it links to. */
function saidOn(page: Page): Said[] {
  const { body } = page;
  const lab = /\/publishers\/([\w-]+)\/model-garden\//.exec(body)?.[1] ?? null;
  const lines = linesOf(body);
  // A page about models says so somewhere; one that does not is an error page.
  if (!lines.some((line) => /\bmodels?\b/i.test(line))) throw shapeError('the page is not about models');
  return [...modelsOn(lines, dayOf(page))].map(([model, facts]) => ({ ...facts, id: model, lab }));
}

function rowsOf(table: readonly Listed[], details: readonly Said[], names: Names = new Map()): unknown[] {
  if (table.length === 0) throw shapeError('no table with the columns model name and modality');
  const said = new Documented();
  const full = (model: string, publisher: string | null) => fullId(model, publisher, [...names.keys()]);
  for (const model of details) {
    const inTable = table.find((listed) => idOf(listed, table) === model.id);
    const lab = model.lab ?? inTable?.publisher ?? null;
    // A page of two models is named as neither.
    said.add({ ...model, name: inTable?.name ?? model.name ?? null, id: full(model.id, lab), lab });
  }
  for (const listed of table) {
    const { name, publisher: lab, modality } = listed;
    const input: Modality[] = /vision|image/i.test(modality)
      ? ['text', 'image']
      : /language/i.test(modality)
        ? ['text']
        : [];
    const status = listed.preview ? lifecycleNamed('preview') : null;
    said.add({ id: full(idOf(listed, table), lab), name, lab, status, input });
  }
  for (const [model, name] of names) if (!said.has(model)) said.add({ id: model, name });
  return said.rows;
}

/** With the version or publisher that a call needs: as models.dev has it, else by the rule for managed open models. */
function fullId(model: string, publisher: string | null, known: readonly string[]): string {
  const found = known.filter((id) => id === model || id.split('@')[0] === model || id.endsWith(`/${model}`));
  if (found.length === 1 && found[0]) return found[0];
  return model.endsWith('-maas') && publisher ? `${publisher}/${model}` : model;
}
