import { expect, test } from "vitest";
import { dayAndHour, withinHour } from "./day-and-hour.ts";

test("of what is known to the hour no minute is claimed", () => {
  expect(withinHour("2026-11-22T21:00:00Z", "lt")).toBe("lapkričio 22 d. 23:00–23:59");
  expect(withinHour("2026-11-22T12:00:00Z", "uk")).toContain("14:00–14:59");
  expect(dayAndHour("2026-11-22T12:37:00Z", "lt")).toBe("lapkričio 22 d. 14:37");
});
