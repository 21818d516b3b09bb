// The library: a run as the command line starts it, the pipeline and its parts that are worth using alone, and the records.
export type { FoundModel, FoundModels, LeftOut, ModelsQuery, SoldOffer, Sort } from './book/models/query.js';
export { queryModels } from './book/models/queryModels.js';
export type { Offers, Sold } from './book/offers.js';
export { offersOf } from './book/offersOf.js';
export type { OffersOfModel } from './book/offersOfModel.js';
export type { Resolution } from './identity/resolve.js';
export { pricesOf } from './book/pricesOf.js';
export { changesBetween } from './changes/changesBetween.js';
export type { CallCost, CostPart } from './cost/callCost.js';
export { costOf } from './cost/costOf.js';
export type { OfferPrices } from './cost/tiers/priceFinder.js';
export type { Usage } from './cost/units.js';
export { usageOf } from './cost/usageOf.js';
export { type Answer, openBook, type PriceBook as SettlingBook, type Table } from './book/priceBook.js';
export type { Query } from './book/query.js';
export type { CallOptions, OfferPrice, PriceOptions, TableBook as PriceBook } from './book/tableBook.js';
export type { PastPrices } from './history/offerHistory.js';
export type { PriceHistory } from './history/priceHistory.js';
export { buildPriceIndex, type PriceIndex } from './match/priceIndex.js';
export { type Change, change as changeSchema } from './model/change.js';
export type { Cost, CostField, Tier } from './model/cost.js';
export { type HistoryLine, historyLine as historyLineSchema } from './model/history.js';
export type { Draft } from './model/draft.js';
export type { Event } from './model/events.js';
export { type Model, model as modelSchema } from './model/model.js';
export { type PriceRow, priceRow as priceRowSchema } from './model/price.js';
export { type ProviderKind, providerKind as providerKindSchema } from './model/providerKind.js';
export type { Pricing, Quote } from './model/pricing.js';
export { type ProviderFile, providerFile as providerFileSchema } from './model/providerFile.js';
export { type Run, run as runSchema } from './model/run.js';
export { type Snapshot, type SnapshotHead, snapshotHead as snapshotHeadSchema } from './model/snapshot.js';
export { joinPrices } from './operators/joinPrices.js';
export { pipeline, settlePrices } from './pipeline.js';
export type { PipelineOptions } from './pipelineOptions.js';
export { type Network, type NetworkOptions, openNetwork } from './read/network.js';
export { type Networks, openNetworks } from './read/networks.js';
export { readSource } from './read/readSource.js';
export { Interrupted, run, type RunOptions } from './run.js';
export { companion, companions, paged, pages } from './sources/ask.js';
export { catalog } from './sources/catalog.js';
export {
  defineEndpoint,
  definePriceList,
  defineSource,
  type Endpoint,
  type PriceList,
  type Source,
} from './sources/define.js';
export { openCourt } from './settle/court.js';
export { settle } from './settle/settle.js';
export { sources } from './sources/index.js';
export { priceLists } from './sources/prices/index.js';
export { FolderInUse } from './store/lock/folderInUse.js';
export { type KnownModels, openRegistry } from './store/registry.js';
export { openHistory } from './store/openHistory.js';
export { openPriceBook, type PriceBookPlace } from './store/openPriceBook.js';
export { openTable } from './store/table.js';
