import type { PartName } from "./draft.ts";
import type { Path } from "./json-place.ts";

/** What the field for a place is called, whichever entry of a list it is of; undefined where there is no field. */
export function fieldName(
  fields: Readonly<Record<string, string>>,
  part: PartName | string,
  path: Path,
): string | undefined {
  const names = path.filter((step) => typeof step === "string" && !/^\d+$/.test(step) && step !== part);
  return fields[[part, ...names].join(".")];
}
