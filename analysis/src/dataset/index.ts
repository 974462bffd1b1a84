export { buildDataset } from "./build-dataset.ts";
export { collectRosters, collectVariables } from "./collected-variables.ts";
export * from "./dataset.ts";
export { actualMunicipality, declaredMunicipality } from "./municipality.ts";
