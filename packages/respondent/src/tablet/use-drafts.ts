import { useEffect, useState } from "react";
import type { Device, Draft } from "../device/index.ts";

/** Interviews that are not finished, newest first; looked up again whenever `moment` changes. */
export function useDrafts(device: Device, moment: unknown): readonly Draft[] {
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  useEffect(() => {
    device.drafts().then(setDrafts, () => undefined);
  }, [device, moment]);
  return drafts;
}
