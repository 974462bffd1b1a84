import { Refusal } from "@tiltas/contract/problems";
import type { PersonRecord } from "@tiltas/store/port";
import { type Place, worksIn } from "../access/scope.ts";

/** A place outside one's own and a place that does not exist are the same: not there. */
export function refusePlace(
  person: Pick<PersonRecord, "municipality">,
  place: Place,
  places: ReadonlySet<string>,
): void {
  if (worksIn(person, place) && (place === null || places.has(place))) return;
  throw new Refusal("not-found", "There is no such municipality here.");
}
