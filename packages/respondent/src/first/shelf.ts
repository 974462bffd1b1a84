import type { LightState } from "@tiltas/instrument/page";
import { deviceDatabase } from "../device/database.ts";
import type { Draft } from "../device/draft.ts";
import { saveDraft } from "../device/draft-store.ts";
import { type Keeping, keeping } from "../device/keeping.ts";
import { isKnownHere } from "../device/presence.ts";
import { savedLine } from "./saved-line.ts";

/** Where the interview is kept until the application takes over: sealed on the device, or in this page alone. */
export interface Shelf extends Keeping {
  /** Whether there was something of this wave on the device before. */
  isKnown(): Promise<boolean>;
  /** The device is not the person's own: what was written goes from it, and nothing is written any more. */
  disown(draft: Draft): Promise<void>;
  readonly isDisowned: boolean;
}

export function shelf(state: LightState): Shelf {
  const database = deviceDatabase();
  const say = savedLine(state);
  let isKept = state.mode !== "kiosk";
  const save = (draft: Draft) => (isKept ? saveDraft(database, draft, new Date()) : Promise.resolve());
  const keeper = keeping(
    save,
    () => new Date(),
    (now) => say(isKept ? now : { kind: "borrowed" }),
  );
  return {
    ...keeper,
    isKnown: () => isKnownHere(database, state.wave).catch(() => false),
    async disown({ responseId }) {
      isKept = false;
      say({ kind: "borrowed" });
      await keeper.settled();
      await database.write(["drafts"], (tx) => tx.objectStore("drafts").delete(responseId));
    },
    get isDisowned() {
      return !isKept;
    },
  };
}
