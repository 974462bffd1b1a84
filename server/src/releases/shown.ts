import type { Candidate } from "@tiltas/contract/releases";
import type { CandidateRecord } from "@tiltas/store/port";
import { emailsOf } from "../access/emails.ts";
import type { CandidatesNeeds, Running } from "./candidates.ts";

/** Candidates as the console shows them. */
export async function showCandidates(
  { access, waves }: Pick<CandidatesNeeds, "access" | "waves">,
  records: readonly CandidateRecord[],
  running: ReadonlyMap<string, Running>,
): Promise<Candidate[]> {
  const emails = await emailsOf(
    access,
    records.flatMap(({ signatures }) => signatures.map(({ by }) => by)),
  );
  return Promise.all(
    records.map(async ({ requestedAt, requestedBy: _by, previousWave: _previous, notes, ...record }) => {
      const under = record.state === "running" ? running.get(record.id) : undefined;
      const done = record.state === "ready" || record.state === "released";
      return {
        ...record,
        step: under?.step ?? (done ? "writing" : "waiting"),
        progress: under?.progress ?? (done ? 1 : 0),
        requestedAt: requestedAt.toISOString(),
        signaturesNeeded: (await waves.study(await waves.existing(record.wave))).signatures,
        signatures: record.signatures.map(({ by, at }) => ({
          by: emails.get(by) ?? "",
          at: at.toISOString(),
        })),
        notes: notes === null ? null : JSON.parse(notes),
      };
    }),
  );
}
