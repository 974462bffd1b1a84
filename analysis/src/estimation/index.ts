export * from "./arrangement.ts";
export * from "./estimate.ts";
export { logitInterval, tInterval, tQuantile } from "./interval.ts";
export { estimateMean, estimateMeanByDomain } from "./mean.ts";
export * from "./measurement.ts";
export * from "./options.ts";
export * from "./proportion.ts";
export * from "./ratio.ts";
export * from "./total.ts";
