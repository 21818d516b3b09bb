import { describe, expect, it } from 'vitest';
import type { SchemaNode } from './schemaDocs.js';
import { generated, generatedSchema, published, schemas } from './schemas.js';

/** The nodes that have no description, by their path: the schema itself, and every field of every object in it. */
const undescribed = (node: SchemaNode, path = ''): string[] => [
  ...(path === '' && !node.description ? ['(the schema)'] : []),
  ...(node.anyOf ?? [node]).flatMap(({ properties = {}, items, additionalProperties }) => [
    ...Object.entries(properties).flatMap(([name, child]) => [
      ...(child.description ? [] : [`${path}.${name}`]),
      ...undescribed(child, `${path}.${name}`),
    ]),
    ...(items ? undescribed(items, `${path}[]`) : []),
    ...(additionalProperties ? undescribed(additionalProperties, `${path}{}`) : []),
  ]),
];

describe.each(Object.keys(schemas))('%s', (name) => {
  it('is published as it is (run `pnpm generate` to refresh it)', () => {
    expect(published(name)).toBe(generatedSchema(name));
  });

  it('says of every field what it is', () => expect(undescribed(generated(name))).toEqual([]));
});
