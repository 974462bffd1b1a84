import { useRef, useState } from "react";
import { type Device, type Draft, type Keeping, type KeepingState, keeping } from "./device/index.ts";
import type { Tools } from "./tools.ts";

export interface Keeper extends Keeping {
  /** The interview as it stands; undefined before the first change. */
  newest(): Draft | undefined;
}

/** Keeps the interview on whichever device is in use, also after it has changed, and says where the last change is. */
export function useKeeper(
  device: Device,
  now: Tools["now"],
): { readonly keeper: Keeper; readonly state: KeepingState } {
  const [state, say] = useState<KeepingState>({ kind: "nothing-yet" });
  const inUse = useRef(device);
  inUse.current = device;
  const [keeper] = useState((): Keeper => {
    const { keep, settled } = keeping((draft) => inUse.current.saveDraft(draft), now, say);
    let newest: Draft | undefined;
    return {
      settled,
      newest: () => newest,
      keep(draft) {
        newest = draft;
        keep(draft);
      },
    };
  });
  return { keeper, state };
}
