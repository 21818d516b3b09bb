import { expect, it } from 'vitest';
import { generatedSchema, published, schemas } from './schemas.js';

it.each(Object.entries(schemas))('publishes %s as it is (run `pnpm generate` to refresh it)', (name, schema) => {
  expect(published(name)).toBe(generatedSchema(schema));
});
