/** ccusage's own schema of its configuration takes our file. Its program is a binary that not every registry has. */
export async function ccusage({ assert, json, require }) {
  const schema = require('ccusage/config-schema.json');
  const entry = find(schema, 'pricingOverrides').additionalProperties;
  const { pricingOverrides } = (await json('ccusage/ccusage.json')).defaults;
  const models = Object.entries(pricingOverrides);
  for (const [model, prices] of models) {
    for (const [name, value] of Object.entries(prices)) {
      assert.ok(name in entry.properties, `${model}: ${name}`);
      assert.equal(typeof value, 'number');
      if (entry.properties[name].type === 'integer') assert.ok(Number.isInteger(value));
    }
  }
  assert.ok(models.length > 1000);
  return {
    ...{ consumer: "ccusage, its configuration's schema", version: require('ccusage/package.json').version },
    pointed: '`--config` with `ccusage/ccusage.json`',
    asked: 'whether each entry is one of `pricingOverrides`; that of `gpt-4o`',
    answered: `${models.length} are; \`${JSON.stringify(pricingOverrides['gpt-4o'])}\``,
  };
}

function find(value, name) {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value[name]) return value[name];
  for (const child of Object.values(value)) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}
