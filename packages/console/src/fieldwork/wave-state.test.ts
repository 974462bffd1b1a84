import { expect, test } from "vitest";
import { dayInLithuania, waveState } from "./wave-state.ts";

test("a wave is upcoming before its first day and closed after its last", () => {
  const wave = { open: false, opens: "2026-11-01" };
  expect(waveState(wave, "2026-10-31")).toBe("upcoming");
  expect(waveState(wave, "2026-12-01")).toBe("closed");
  expect(waveState({ ...wave, open: true }, "2026-11-15")).toBe("open");
});

test("the day changes at midnight in Lithuania", () => {
  expect(dayInLithuania(new Date("2026-11-21T22:30:00Z"))).toBe("2026-11-22");
});
