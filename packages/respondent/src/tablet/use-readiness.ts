import type { Paired } from "@tiltas/contract/devices";
import { useCallback, useEffect, useState } from "react";
import type { Device } from "../device/index.ts";
import { type Readiness, readiness } from "./readiness.ts";

export interface ReadinessState {
  readonly ready: Readiness | undefined;
  readonly isChecking: boolean;
  readonly check: () => void;
}

/** Looks once when the page opens, when the network returns, and when asked. @param paired undefined before pairing */
export function useReadiness(
  paired: Paired | undefined,
  device: Device,
  fetchNow: typeof fetch,
): ReadinessState {
  const [ready, setReady] = useState<Readiness>();
  const [isChecking, setChecking] = useState(false);
  const { wave, purpose } = paired ?? {};
  const check = useCallback(() => {
    if (wave === undefined || purpose === undefined) return;
    setChecking(true);
    void readiness({ wave, purpose }, fetchNow, () => device.selfTest()).then((found) => {
      setReady(found);
      setChecking(false);
    });
  }, [wave, purpose, device, fetchNow]);
  useEffect(() => {
    check();
    window.addEventListener("online", check);
    return () => window.removeEventListener("online", check);
  }, [check]);
  return { ready, isChecking, check };
}
