import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'node-sqlite3-wasm';

/** Another build of SQLite than the one that wrote the database: it is sound, and its keys hold. */
export async function sqlite({ assert, exports, require }) {
  // It locks what it opens, so it is given a copy.
  const folder = await mkdtemp(join(tmpdir(), 'ratecard-sqlite-'));
  await copyFile(join(exports, 'sqlite/prices.sqlite'), join(folder, 'prices.sqlite'));
  const database = new sqlite3.Database(join(folder, 'prices.sqlite'), { readOnly: true });
  try {
    assert.deepEqual(database.all('PRAGMA integrity_check'), [{ integrity_check: 'ok' }]);
    assert.deepEqual(database.all('PRAGMA foreign_key_check'), []);
    const [{ n }] = database.all('SELECT count(*) AS n FROM prices');
    const [{ usd, url }] = database.all(`SELECT p.usd, s.url FROM prices p JOIN offers o USING (provider, id)
      JOIN sources s ON s.provider = o.provider AND s.source = o.source
      WHERE p.provider = 'openai' AND p.id = 'gpt-4o' AND p.field = 'input' AND p.tier IS NULL`);
    return {
      ...{ consumer: 'SQLite, node-sqlite3-wasm', version: require('node-sqlite3-wasm/package.json').version },
      pointed: '`new Database` of `sqlite/prices.sqlite`',
      asked:
        'the base input price of `openai/gpt-4o` and the page that states it; `integrity_check`, `foreign_key_check`',
      answered: `${usd} USD per 1,000 tokens, ${new URL(url).host}; ${n} prices, all sound`,
    };
  } finally {
    database.close();
    await rm(folder, { recursive: true });
  }
}
