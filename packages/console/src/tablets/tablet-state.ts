import type { DeviceSummary } from "@tiltas/contract/devices";

export type TabletState = "waiting" | "expired" | "paired" | "seen" | "revoked";

/** Where a tablet stands between its code and its end. */
export function tabletState(tablet: DeviceSummary, now: Date): TabletState {
  if (tablet.revoked) return "revoked";
  if (tablet.pairedAt === null) return new Date(tablet.pairingUntil) > now ? "waiting" : "expired";
  return tablet.lastSeen === null ? "paired" : "seen";
}

/** Responses that are on the tablet and not here. */
export const heldBy = ({ report }: DeviceSummary): number => report?.waiting ?? 0;

const day = 86_400_000;

/** It holds answers, and nobody has heard of it for more than a day. */
export function isMissed(tablet: DeviceSummary, now: Date): boolean {
  const { lastSeen } = tablet;
  return heldBy(tablet) > 0 && lastSeen !== null && now.getTime() - Date.parse(lastSeen) > day;
}
