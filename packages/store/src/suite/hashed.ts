import { keptContentHash } from "../operations/index.ts";
import type { NewResponse } from "../port/index.ts";
import { aResponse, idOf } from "./builders.ts";

/** The answers of the n-th person, with the hash that follows from them. */
export function hashedResponse(person: number, more: Partial<NewResponse> = {}): NewResponse {
  const answers = `{"age":42,"words":"Person ${person} says ąčę Ї 🙂, revision ${more.revision ?? 1}"}`;
  const response = aResponse({ responseId: idOf(person), answers, ...more });
  return { ...response, hash: keptContentHash(response) };
}
