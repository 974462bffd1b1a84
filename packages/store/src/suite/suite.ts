import { accessIsKept } from "./access.ts";
import type { Databases } from "./databases.ts";
import { fieldworkIsKept } from "./fieldwork.ts";
import { folderIsGuarded } from "./folder.ts";
import { receivingFollowsTheModel } from "./model.ts";
import { paradataAreKept } from "./paradata.ts";
import { releasesAreKept } from "./releases.ts";
import { responsesAreKept } from "./responses.ts";
import { reviewsAreKept } from "./reviews.ts";
import { studiesAreKept } from "./studies.ts";
import { withdrawalsAreKept } from "./withdrawals.ts";

/** The promise of the ports, the same on every database. */
export function keepsThePromise(databases: Databases, { runs }: { runs: number }): void {
  responsesAreKept(databases);
  studiesAreKept(databases);
  reviewsAreKept(databases);
  releasesAreKept(databases);
  paradataAreKept(databases);
  fieldworkIsKept(databases);
  folderIsGuarded(databases);
  accessIsKept(databases);
  withdrawalsAreKept(databases);
  receivingFollowsTheModel(databases, runs);
}
