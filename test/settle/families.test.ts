import { expect, it } from 'vitest';
import { familyOf } from '../../src/settle/families.js';

it.each([
  ['catalog:models.dev', 'models.dev'],
  ['catalog:litellm', 'litellm'],
  ['models.dev', 'models.dev'],
  ['provider', 'provider'],
])('%s speaks with the voice of %s', (witness, family) => expect(familyOf(witness)).toBe(family));
