export { exampleManifest, exampleRelease } from "./example-release.ts";
export type * from "./release-file.ts";
