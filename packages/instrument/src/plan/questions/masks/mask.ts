import { isObject, type JsonObject } from "../../../definition/json.ts";
import type { Meaning } from "../../compile/meaning.ts";
import type { Compiling } from "../shapes.ts";

/** How an answer looks in its input and what of that is kept. */
export interface Mask {
  masked(value: unknown): string | null;
  unmasked(value: unknown): unknown;
}

/** The mask of an input as the file has it; undefined where the input has none. */
export function maskIn(meaning: Meaning, inputType: string, compiling: Compiling): JsonObject | undefined {
  const kind = meaning.text("maskType");
  if (!["text", "tel"].includes(inputType) || kind === "" || kind === "none") return undefined;
  const settings = meaning.get("maskSettings");
  if (["pattern", "numeric", "currency"].includes(kind))
    return { ...(isObject(settings) ? settings : {}), kind };
  compiling.refuse(
    meaning.place("maskType"),
    `maskType ${kind}`,
    "This input mask is not known here; ask for dates with an inputType such as date.",
  );
  return undefined;
}
