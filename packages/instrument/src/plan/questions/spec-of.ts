import type { JsonObject } from "../../definition/json.ts";

/** A spec as its own kind of question has compiled it: specs only ever come back to the kind that made them. */
export function specOf<Spec extends JsonObject>(spec: JsonObject): Spec {
  return spec as Spec;
}
