import type { JsonObject } from "../../../definition/json.ts";
import type { Mask } from "./mask.ts";
import { numericMask } from "./numeric.ts";
import { patternMask } from "./pattern.ts";

export { type Mask, maskIn } from "./mask.ts";

/** @param spec  what `maskIn` gave */
export function prepareMask(spec: JsonObject): Mask {
  if (spec.kind === "pattern") return patternMask(typeof spec.pattern === "string" ? spec.pattern : "");
  const text = (written: unknown, byDefault: string) => (typeof written === "string" ? written : byDefault);
  const number = (written: unknown) => (typeof written === "number" ? written : undefined);
  return numericMask({
    takesNegative: spec.allowNegativeValues !== false,
    decimal: text(spec.decimalSeparator, "."),
    thousands: text(spec.thousandsSeparator, ","),
    precision: number(spec.precision) ?? 2,
    min: number(spec.min),
    max: number(spec.max),
    prefix: spec.kind === "currency" ? text(spec.prefix, "") : "",
    suffix: spec.kind === "currency" ? text(spec.suffix, "") : "",
  });
}
