import { type ProblemCode, Refusal } from "@tiltas/contract/problems";
import type { Receipt } from "@tiltas/contract/responses";
import type { RescueFile, RescueOutcome, SealedResponse } from "@tiltas/contract/sealing";
import { MalformedJson } from "../door/strict-json.ts";
import type { Intake } from "./intake.ts";
import type { SealingKeys } from "./keys.ts";
import { uploadIn } from "./open-sealed.ts";

/** Takes in what a device could not deliver. */
export type Rescue = (file: RescueFile) => Promise<RescueOutcome>;

interface Needs {
  readonly keys: SealingKeys;
  readonly intake: Pick<Intake, "receive">;
}

/** Every response goes through the same intake as any other, one after the other: a file sent twice changes nothing. */
export function createRescue({ keys, intake }: Needs): Rescue {
  return async ({ responses }) => {
    const outcome: RescueOutcome = { stored: 0, alreadyStored: 0, quarantined: 0, refused: [] };
    for (const sealed of responses)
      await count(outcome, sealed, async () => intake.receive(uploadIn(keys, sealed)));
    return outcome;
  };
}

async function count(
  outcome: RescueOutcome,
  sealed: SealedResponse,
  receive: () => Promise<Receipt>,
): Promise<void> {
  try {
    const receipt = await receive();
    outcome[receipt.outcome === "stored" ? "stored" : "alreadyStored"] += 1;
  } catch (error) {
    const problem = problemOf(error);
    if (error instanceof Refusal && error.quarantined) outcome.quarantined += 1;
    else outcome.refused.push({ responseId: sealed.responseId, problem });
  }
}

/** What is wrong with this response; anything else is thrown on. */
function problemOf(error: unknown): ProblemCode {
  if (error instanceof MalformedJson) return "malformed-body";
  if (error instanceof Refusal && !passing.has(error.code)) return error.code;
  throw error;
}

/** Nothing is wrong with the response: the whole file is to be tried again. */
const passing: ReadonlySet<string> = new Set([
  "unavailable",
  "storage-full",
  "overloaded",
  "proof-needed",
  "internal",
]);
