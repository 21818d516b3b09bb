/** The tables; money is USD, per 1,000 tokens or per one of what `per` names, null = not known. */
export const schema = `
CREATE TABLE models (key TEXT PRIMARY KEY, line TEXT) WITHOUT ROWID;
CREATE TABLE offers (
  provider TEXT NOT NULL, id TEXT NOT NULL, name TEXT, model TEXT REFERENCES models (key), owned_by TEXT, mode TEXT,
  modalities_input TEXT NOT NULL, modalities_output TEXT NOT NULL,
  limit_context INTEGER, limit_input INTEGER, limit_output INTEGER,
  tool_call INTEGER, reasoning INTEGER, structured_output INTEGER, attachment INTEGER, temperature INTEGER, streaming INTEGER,
  open_weights INTEGER, quantization TEXT, knowledge TEXT, release_date TEXT, last_updated TEXT,
  status TEXT, deprecated_at TEXT, retires_at TEXT,
  price_status TEXT NOT NULL, stated_by TEXT, confidence REAL, source TEXT, source_row INTEGER, why_none TEXT,
  PRIMARY KEY (provider, id)
) WITHOUT ROWID;
CREATE TABLE tiers (
  tier INTEGER PRIMARY KEY, provider TEXT NOT NULL, id TEXT NOT NULL, context_above INTEGER, context_up_to INTEGER,
  service_tier TEXT, region TEXT, time_utc TEXT, days TEXT, valid_from TEXT, valid_to TEXT, quantity_above REAL, variant TEXT,
  FOREIGN KEY (provider, id) REFERENCES offers (provider, id)
);
CREATE TABLE prices (
  provider TEXT NOT NULL, id TEXT NOT NULL, tier INTEGER REFERENCES tiers (tier), field TEXT NOT NULL, usd REAL NOT NULL,
  per TEXT NOT NULL, FOREIGN KEY (provider, id) REFERENCES offers (provider, id)
);
CREATE INDEX prices_of_offer ON prices (provider, id);
CREATE TABLE sources (
  provider TEXT NOT NULL, source TEXT NOT NULL, url TEXT NOT NULL, fetched_at TEXT NOT NULL, sha256 TEXT NOT NULL, via TEXT NOT NULL,
  PRIMARY KEY (provider, source)
) WITHOUT ROWID;
`;
