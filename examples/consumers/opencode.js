import { dirname, join } from 'node:path';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';

/** opencode with our api.json in place of models.dev's: every model that it lists costs there what it costs in the file. */
export async function opencode({ assert, exports, json, alone, require }) {
  const home = realpathSync(dirname(require.resolve('opencode-ai/package.json')));
  const { version } = require('opencode-ai/package.json');
  const kind = `opencode-${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const binary = [`${kind}-baseline`, kind]
    .map((name) => join(home, '..', name, 'bin/opencode'))
    .find((path) => existsSync(path));
  const catalog = await json('models.dev/api.json');
  const keys = Object.values(catalog).flatMap(({ env }) => env);
  const said = await alone(binary, ['models', '--verbose'], {
    ...Object.fromEntries(keys.map((name) => [name, 'x'])),
    OPENCODE_MODELS_PATH: join(exports, 'models.dev/api.json'),
    OPENCODE_DISABLE_MODELS_FETCH: '1',
    OPENCODE_DISABLE_AUTOUPDATE: '1',
  });
  const listed = [...said.matchAll(/^\{\n[^]*?^\}$/gm)].map(([text]) => JSON.parse(text));
  let priced = 0;
  for (const { id, providerID, cost } of listed) {
    const own = catalog[providerID]?.models[id]?.cost;
    if (!own) continue;
    priced += 1;
    assert.deepEqual([providerID, id, cost.input, cost.output], [providerID, id, own.input, own.output]);
    if (own.cache_read !== undefined) assert.equal(cost.cache.read, own.cache_read, `${providerID}/${id}`);
  }
  assert.ok(priced > 3000, `${priced} priced models`);
  const gpt = listed.find(({ id, providerID }) => providerID === 'openai' && id === 'gpt-4o');
  return {
    ...{ consumer: 'opencode', version },
    pointed: '`OPENCODE_MODELS_PATH` at `models.dev/api.json`',
    asked: '`opencode models --verbose`, with a key for every provider: the cost of `openai/gpt-4o`, and of all others',
    answered: `${gpt.cost.input} in, ${gpt.cost.output} out, ${gpt.cost.cache.read} cached, USD per 1M; ${priced} priced models, each as in the file`,
  };
}
