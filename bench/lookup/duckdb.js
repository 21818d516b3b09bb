// The prices of one offer out of a Parquet file, by DuckDB. Arguments: where its package is, the file, provider, id.
import { createRequire } from 'node:module';

const [place, file, provider, id] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(place)('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const query = 'SELECT price_field, price_usd FROM read_parquet($file) WHERE provider = $provider AND id = $id';
const reader = await connection.runAndReadAll(query, { file, provider, id });
console.log(JSON.stringify(reader.getRowObjectsJson()));
