import { createHash } from "node:crypto";
import { Refusal } from "@tiltas/contract/problems";
import { type ResumeTake, resumeDays, type SealedDraft } from "@tiltas/contract/resumes";
import type { Store } from "@tiltas/store/port";
import type { Waves } from "../fieldwork/waves.ts";
import type { Source, TryLimits, WrongTries } from "./wrong-tries.ts";

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
/** Drafts that lie here at once: 5,000 of the largest are 1.8 GB. */
export const mostDrafts = 5_000;
/** For how long the device that took a draft may fetch it again, milliseconds. */
export const fetchedAgain = hour;
/** How often drafts are left here. */
export const leavingLimits: TryLimits = {
  perSource: { most: 20, within: 15 * minute },
  inAll: { most: 600, within: hour },
};

export interface Resumes {
  /** Keeps a draft sealed under a key that only the person's code gives. */
  keep(id: string, draft: SealedDraft, source: Source): Promise<void>;
  /** @throws code-unknown where there is none, it is too old, or another device has it */
  take(id: string, { taker }: ResumeTake, source: Source): Promise<SealedDraft>;
}

export function createResumes(needs: {
  store: Pick<Store, "keepDraft" | "takeDraft">;
  waves: Pick<Waves, "existing">;
  clock: () => Date;
  leaving: WrongTries;
  taking: WrongTries;
}): Resumes {
  const { store, waves, clock, leaving, taking } = needs;
  return {
    async keep(id, draft, source) {
      leaving.begin(source);
      await waves.existing(draft.wave);
      const now = clock();
      const until = new Date(now.getTime() + resumeDays * day);
      const kept = await store.keepDraft({ id, ...draft }, { now, until, most: mostDrafts });
      if (kept === "full")
        throw new Refusal(
          "storage-full",
          "There is no room for more unfinished answers. Finish on this device.",
        );
      if (kept === "taken")
        throw new Refusal("response-conflict", "These answers have been moved to another device already.");
    },
    async take(id, { taker }, source) {
      const wasRight = taking.begin(source);
      const now = clock();
      const again = new Date(now.getTime() + fetchedAgain);
      const hashed = taker === undefined ? null : createHash("sha256").update(taker).digest("hex");
      const draft = await store.takeDraft({ id, taker: hashed, now, again });
      if (!draft)
        throw new Refusal(
          "code-unknown",
          "Nothing waits under this code: it may be mistyped, older than 30 days, or used on another device.",
        );
      wasRight();
      const { wave, iv, ciphertext } = draft;
      return { wave, iv, ciphertext };
    },
  };
}
