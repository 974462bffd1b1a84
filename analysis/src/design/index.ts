export * from "./design.ts";
export * from "./make-design.ts";
