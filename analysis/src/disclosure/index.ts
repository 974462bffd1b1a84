export { firstLook, type Standing } from "./first-look.ts";
export { keptMasks } from "./kept-masks.ts";
export { looserThan } from "./no-looser.ts";
export { Policy, PolicySet, readPolicies, wouldExposeChanges } from "./policies.ts";
export { type MaskCache, SumsError, type Tally } from "./protection/index.ts";
export { type ReleasedTables, type ReleaseOptions, releaseEach, releaseTables } from "./release-tables.ts";
export { shownCount, shownCounts, shownShare } from "./shown-counts.ts";
