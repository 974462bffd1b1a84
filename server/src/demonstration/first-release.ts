import { setTimeout as wait } from "node:timers/promises";
import type { AccessStore, PersonRecord } from "@tiltas/store/port";
import type { Rooms } from "../rooms.ts";
import type { DemonstrationSignIn } from "./staff.ts";
import { plannedWaves } from "./waves.ts";

interface Needs {
  readonly rooms: Pick<Rooms, "candidates" | "releases">;
  readonly access: Pick<AccessStore, "findPersonByEmail">;
  readonly signIns: readonly DemonstrationSignIn[];
  readonly clock: () => Date;
  /** Ends the waiting when the server stops; the next start begins anew. */
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
  /** Milliseconds before the first figure, so that a start is not slowed down. */
  readonly calm?: number;
}

const notes = {
  lt: "Pavyzdinis skelbimas: visi respondentai išgalvoti.",
  en: "A release to look at: every respondent is invented.",
};

/**
 * Releases the demonstration's closed wave in the background, so that whoever comes to look finds a map, a workbook and a
 * release to compare with; the open waves are left to whoever wants to try. Does nothing if somebody has begun with it.
 */
export async function releaseClosedWave(needs: Needs): Promise<void> {
  const { rooms, clock, signal, say, calm = 20_000 } = needs;
  const today = clock().toISOString().slice(0, 10);
  const closed = plannedWaves.find(({ closes }) => closes < today);
  const signers = await signersOf(needs);
  const [first] = signers;
  if (!closed || !first) return;
  await wait(calm, undefined, { signal });
  if ((await rooms.releases.list(closed.id, first)).length > 0) return;
  if ((await rooms.candidates.list(closed.id)).some(({ state }) => state !== "failed")) return;
  const { id } = await rooms.candidates.compute(closed.id, first.id);
  while ((await rooms.candidates.get(id)).state === "running") await wait(500, undefined, { signal });
  for (const { id: person } of signers) {
    if ((await rooms.candidates.get(id)).state !== "ready") break;
    await rooms.candidates.sign(id, { notes, corrects: null }, person);
  }
  if ((await rooms.candidates.get(id)).state === "released")
    say(`The wave ${closed.id} is released: look at its figures in the console.`);
}

async function signersOf({ access, signIns }: Needs): Promise<PersonRecord[]> {
  const emails = signIns.flatMap(({ role, email }) =>
    role === "analyst" || role === "administrator" ? [email] : [],
  );
  const people = await Promise.all(emails.map((email) => access.findPersonByEmail(email)));
  return people
    .flatMap((person) => (person ? [person] : []))
    .toSorted((a, b) => b.role.localeCompare(a.role));
}
