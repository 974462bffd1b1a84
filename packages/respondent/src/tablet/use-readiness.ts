import { useCallback, useEffect, useState } from "react";
import type { Device } from "../device/index.ts";
import { type Readiness, readiness } from "./readiness.ts";

export interface ReadinessState {
  readonly ready: Readiness | undefined;
  readonly isChecking: boolean;
  readonly check: () => void;
}

/** Looks once when the page opens, when the network returns, and when asked. @param wave undefined before pairing */
export function useReadiness(
  wave: string | undefined,
  device: Device,
  fetchNow: typeof fetch,
): ReadinessState {
  const [ready, setReady] = useState<Readiness>();
  const [isChecking, setChecking] = useState(false);
  const check = useCallback(() => {
    if (wave === undefined) return;
    setChecking(true);
    void readiness(wave, fetchNow, () => device.selfTest()).then((found) => {
      setReady(found);
      setChecking(false);
    });
  }, [wave, device, fetchNow]);
  useEffect(() => {
    check();
    window.addEventListener("online", check);
    return () => window.removeEventListener("online", check);
  }, [check]);
  return { ready, isChecking, check };
}
