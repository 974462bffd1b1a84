import { createHash } from "node:crypto";
import type { NewResponse } from "../port/index.ts";

/**
 * SHA-256 (hex) over every column of a kept response, so that rot in any of them is found. Answers and consent enter
 * through `hash`, which a check computes anew beside it; sequence and study are checked against the ledger and the wave.
 */
export function rowHashOf(response: NewResponse): string {
  const { wave, responseId, revision, parent, instrument, hash, language, mode, channel } = response;
  const { municipality, findings, receivedAt, changes = null, receipt = null } = response;
  const columns = [wave, responseId, revision, parent, instrument, hash, language, mode, channel];
  const rest = [municipality, findings, receivedAt.getTime(), changes, receipt];
  return createHash("sha256")
    .update(JSON.stringify([...columns, ...rest]))
    .digest("hex");
}

/** The content hash (`contentHash` of @tiltas/instrument/digest) of a kept row, from its canonical texts as they stand. */
export function keptContentHash(
  row: Pick<NewResponse, "instrument" | "parent" | "consent" | "answers">,
): string {
  const { instrument, parent, consent, answers } = row;
  const text = `{"answers":${answers},"consent":${consent},"instrument":${JSON.stringify(instrument)},"parent":${parent}}`;
  return createHash("sha256").update(text).digest("hex");
}
