export * from "./instrument.ts";
export * from "./item.ts";
export * from "./manifest.ts";
export * from "./notice.ts";
