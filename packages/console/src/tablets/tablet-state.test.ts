import type { DeviceSummary } from "@tiltas/contract/devices";
import { expect, test } from "vitest";
import { heldBy, isMissed, tabletState } from "./tablet-state.ts";

const now = new Date("2026-11-22T12:00:00Z");
const tablet: DeviceSummary = {
  id: "00000000-0000-4000-8000-000000000001",
  label: "Vilnius 1",
  purpose: "interviewer",
  wave: "demo",
  municipality: "13",
  pairedAt: "2026-11-20T08:00:00Z",
  pairingUntil: "2026-11-20T08:30:00Z",
  lastSeen: "2026-11-22T11:00:00Z",
  revoked: false,
  report: null,
};
const report = {
  open: 1,
  waiting: 3,
  kept: 0,
  languages: ["lt"],
  instruments: [],
  application: "0.1.0",
  freeMegabytes: null,
};

test.each([
  [{}, "seen"],
  [{ lastSeen: null }, "paired"],
  [{ pairedAt: null, pairingUntil: "2026-11-22T12:30:00Z" }, "waiting"],
  [{ pairedAt: null }, "expired"],
  [{ revoked: true }, "revoked"],
] as const)("a tablet with %o is %s", (change, state) => {
  expect(tabletState({ ...tablet, ...change }, now)).toBe(state);
});

test("a tablet that holds answers and is silent for more than a day is missed", () => {
  const silent = { ...tablet, lastSeen: "2026-11-21T11:00:00Z", report };
  expect(heldBy(silent)).toBe(3);
  expect(isMissed(silent, now)).toBe(true);
  expect(isMissed({ ...silent, lastSeen: "2026-11-21T13:00:00Z" }, now)).toBe(false);
  expect(isMissed({ ...silent, report: { ...report, waiting: 0 } }, now)).toBe(false);
});
