export * from "./distributions.ts";
export * from "./halving.ts";
export * from "./logistic.ts";
export * from "./multiple-tests.ts";
export * from "./orthogonal.ts";
export * from "./root.ts";
export * from "./symmetric.ts";
export * from "./vectors.ts";
