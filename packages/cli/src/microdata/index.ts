export { readDesignFile } from "./design-file.ts";
export { type EstimateLine, type EstimateRequest, estimateFrom } from "./estimates.ts";
export { Microdata } from "./microdata.ts";
export { printLines } from "./print.ts";
export { singleUnits } from "./single-units.ts";
