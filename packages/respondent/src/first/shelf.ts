import type { LightState } from "@tiltas/instrument/page";
import { deviceDatabase } from "../device/database.ts";
import { knownDeviceKey } from "../device/device-key.ts";
import type { Draft } from "../device/draft.ts";
import { saveDraft } from "../device/draft-store.ts";
import { forgetResponse } from "../device/forgetting.ts";
import { type Keeping, keeping } from "../device/keeping.ts";
import { isKnownHere } from "../device/presence.ts";
import { type Said, savedLine } from "./saved-line.ts";

/** Where the interview is kept until the application takes over: sealed on the device, or in this page alone. */
export interface Shelf extends Keeping {
  /** Whether there is something of this wave on the device that may be this person's; on a kiosk it never is. */
  isKnown(): Promise<boolean>;
  /** The device is not the person's own: what was written goes from it, and nothing is written any more. */
  disown(draft: Draft): Promise<void>;
  readonly isDisowned: boolean;
  /** What was said last of the newest change. */
  readonly said: Said["kind"];
}

export function shelf(state: LightState): Shelf {
  const database = deviceDatabase();
  const line = savedLine(state);
  let isKept = state.mode !== "kiosk";
  let said: Said["kind"] = isKept ? "nothing-yet" : "borrowed";
  const say = (now: Said) => {
    said = now.kind;
    line(now);
  };
  const save = (draft: Draft) => (isKept ? saveDraft(database, draft, new Date()) : Promise.resolve());
  const keeper = keeping(
    save,
    () => new Date(),
    (now) => say(isKept ? now : { kind: "borrowed" }),
    opened,
  );
  let opening: Promise<unknown> | undefined;
  /** Opening a new database takes longer than a finger: an answer given meanwhile goes with the first write. */
  function opened(): Promise<unknown> {
    if (!isKept) return Promise.resolve();
    opening ??= knownDeviceKey(database);
    return opening;
  }
  return {
    ...keeper,
    isKnown: async () => isKept && (await isKnownHere(database, state.wave).catch(() => false)),
    async disown({ responseId }) {
      isKept = false;
      say({ kind: "borrowed" });
      await keeper.settled();
      await forgetResponse(database, responseId);
    },
    get isDisowned() {
      return !isKept;
    },
    get said() {
      return said;
    },
  };
}
