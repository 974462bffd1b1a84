export { buildDataset } from "./build-dataset.ts";
export * from "./dataset.ts";
