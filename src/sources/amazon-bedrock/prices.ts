import { z } from 'zod';
import type { Page } from '../../model/page.js';
import { companion } from '../ask.js';
import { modelsDev } from '../catalog.js';
import { defineEndpoint } from '../define.js';
import { flag, id, parts, text } from '../parse/fields.js';
import { catalogNames } from './catalogNames.js';
import { documented } from './documented.js';
import { idsByName } from './names.js';
import { pricesThrough, withProfiles } from './profiles.js';
import { home, skusOf } from './skuList.js';
import { isNoModel, pricesOf, skuFields } from './skus.js';

const offers = 'https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws';

const row = z.looseObject({
  id,
  name: text,
  lab: text,
  /** The id is a name for people. */
  isNameOnly: flag,
  /** The inference profile that the id calls the model through. */
  profile: text,
  skus: parts(skuFields),
});

/**
 * The two price lists of us-east-1, one row a model and one an inference profile. They name models and give no ids: those
 * are models.dev's and the documents', found by name; a model without one speaks for another endpoint's of its name only.
 */
export const prices = defineEndpoint({
  name: 'prices',
  requests: {
    own: { url: `${offers}/AmazonBedrock/current/${home}/index.json` },
    foundation: { url: `${offers}/AmazonBedrockFoundationModels/current/${home}/index.json` },
    // Without its ids, a model goes by its name and its price finds no other endpoint's model.
    names: companion(modelsDev, { brings: ['ids', 'prices', 'facts'], read: catalogNames }),
  },
  rows,
  row,
  normalize: ({ skus, ...model }) =>
    model.name === null || skus.every(isNoModel)
      ? undefined
      : {
          id: model.id,
          name: model.name,
          ownedBy: model.lab ?? (/^(?:[a-z-]+\.)?([a-z0-9]+)\.\S+$/.exec(model.id)?.[1] || null),
          isNameOnly: model.isNameOnly ?? undefined,
          ...pricesThrough(model.profile, pricesOf(skus)),
        },
});

interface Group {
  readonly names: Set<string>;
  readonly lab: string | null;
  readonly skus: unknown[];
}

interface Pages {
  readonly own: Page;
  readonly foundation: Page;
  readonly names: ReturnType<typeof catalogNames> | undefined;
}

function rows({ own, foundation, names = [] }: Pages): unknown[] {
  const groups = new Map<string, Group>();
  const nameless: unknown[] = [];
  for (const { model, stem, lab, sku } of [...skusOf(own, false), ...skusOf(foundation, true)]) {
    const name = model ?? stem;
    if (name === null) {
      nameless.push({ id: sku.usagetype, skus: [sku] });
      continue;
    }
    const group = groups.get(name) ?? { names: new Set([name]), lab, skus: [] };
    if (stem) group.names.add(stem);
    group.skus.push(sku);
    groups.set(name, group);
  }
  const known = [...documented, ...names];
  const ids = new Set(known.map(([id]) => id));
  return [...withProfiles(byId([...groups.values()], idsByName(known)), ids), ...nameless];
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly lab: string | null;
  readonly isNameOnly?: boolean;
  readonly skus: unknown[];
}

/** A model may be in both lists, under two names: its SKUs come together under its id. */
function byId(groups: readonly Group[], idsOf: ReturnType<typeof idsByName>): Row[] {
  const found = new Map<string, Row>();
  for (const { names, lab, skus } of groups) {
    const [name = ''] = names;
    const ids = idsOf({ names: [...names], lab });
    for (const own of ids.length > 0 ? ids : spellings(name)) {
      const known = found.get(own);
      if (known) known.skus.push(...skus);
      else {
        const isNameOnly = ids.length === 0;
        found.set(own, {
          id: own,
          name: isNameOnly ? own : name,
          lab,
          skus: [...skus],
          ...(isNameOnly && { isNameOnly }),
        });
      }
    }
  }
  return [...found.values()];
}

/** The lists write "Claude Sonnet 4" and "Claude Sonnet 4.0" for one model: its price is known under both names. */
const spellings = (name: string): string[] => {
  const other = name.replace(/(?<=\s)(\d+)(\.0)?$/, (_, version: string, zero?: string) =>
    zero ? version : `${version}.0`,
  );
  return [...new Set([name, other])];
};
