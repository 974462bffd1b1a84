import { keptContentHash } from "@tiltas/store/operations";
import type { NewResponse } from "@tiltas/store/port";
import { aResponse } from "../../packages/store/src/suite/builders.ts";

/** The answer number `place` of one of the runs between two kills; its content follows from its id, so that any change shows. */
export function responseOf(run: number, place: number): NewResponse {
  const responseId = `run-${run}-${place}`;
  return aResponse({ responseId, ...contentOf(responseId) });
}

export function contentOf(responseId: string): { answers: string; hash: string } {
  const answers = `{"answer":"${responseId.repeat(60)}"}`;
  return { answers, hash: keptContentHash(aResponse({ responseId, answers })) };
}
