import { useEffect, useState } from "react";
import type { Device, Draft } from "../device/index.ts";

/** Interviews that are not finished, newest first; looked up again whenever `moment` changes. */
export function useDrafts(device: Device, moment: unknown): readonly Draft[] {
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment is the reason to look again
  useEffect(() => {
    device.drafts().then(setDrafts, () => undefined);
  }, [device, moment]);
  return drafts;
}
