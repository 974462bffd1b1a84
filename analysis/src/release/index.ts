export { nameOfBeside, type ReleaseBeside, releaseBeside } from "./beside.ts";
export { exampleManifest, exampleRelease } from "./example-release.ts";
export { readOthers } from "./read-others.ts";
export { ReleaseError, readManifest, readReleaseFile } from "./read-release.ts";
export { isShown, type ReleasedMeasure, type ReleaseReading, readingOf, type ShownCell } from "./reading.ts";
export type * from "./release-file.ts";
