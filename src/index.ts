// The library: the pipeline, its parts that are worth using alone, and the records.
export { type Network, type NetworkOptions, openNetwork } from './fetch/network.js';
export { buildPriceIndex, type PriceIndex } from './match/priceIndex.js';
export type { Event } from './model/events.js';
export { type Model, model as modelSchema } from './model/model.js';
export { type PriceRow, priceRow as priceRowSchema } from './model/price.js';
export { type ProviderFile, providerFile as providerFileSchema } from './model/providerFile.js';
export { type Run, run as runSchema } from './model/run.js';
export { enrichPrice, joinPrices as enrichPrices } from './operators/joinPrices.js';
export { readPrices } from './operators/readPrices.js';
export { pipeline, type PipelineOptions } from './pipeline.js';
export { catalog } from './sources/catalog.js';
export { sources } from './sources/index.js';
export { helicone } from './sources/prices/helicone.js';
export { defineLink, defineSource, type Draft, type Link, type Source } from './sources/source.js';
