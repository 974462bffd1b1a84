import { type Answers, ResponseUpload } from "@tiltas/contract/responses";
import { z } from "zod";

/**
 * A `ResponseUpload` in a body that was read strictly: whatever is in it is JSON, so the answers need no second look,
 * which would cost as much as opening their seal.
 */
export const ReadUpload = ResponseUpload.extend({
  answers: z
    .custom<Answers>(isObject, "Invalid input: expected record")
    .meta({ type: "object", additionalProperties: {} }),
});

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
