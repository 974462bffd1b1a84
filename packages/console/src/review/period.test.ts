import { expect, test } from "vitest";
import { fieldOf, instantOf, periodOf } from "./period.ts";

test("a day and hour chosen on this computer comes back as it was chosen", () => {
  const instant = instantOf("2026-11-22T14:00") ?? "";
  expect(fieldOf(instant)).toBe("2026-11-22T14:00");
  expect(instantOf("")).toBeUndefined();
  expect(instantOf("2026-11-22T14:30"), "a full hour").toBeUndefined();
});

test("a run's last hour is set aside whole", () => {
  expect(periodOf("market", "2026-11-22T10:00:00Z", "2026-11-22T12:00:00Z")).toEqual({
    channel: "market",
    from: "2026-11-22T10:00:00Z",
    until: "2026-11-22T13:00:00.000Z",
  });
});
