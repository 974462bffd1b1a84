export * from "./distributions.ts";
export * from "./minimise.ts";
export * from "./multiple-tests.ts";
export * from "./orthogonal.ts";
export * from "./root.ts";
export * from "./symmetric.ts";
