export type * from "./release-file.ts";
