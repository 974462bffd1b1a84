export { exampleManifest, exampleRelease } from "./example-release.ts";
export { isShown, type ReleasedMeasure, type ReleaseReading, readingOf, type ShownCell } from "./reading.ts";
export type * from "./release-file.ts";
