import { expect, test } from "vitest";
import { mayExpire } from "./expiry.ts";

const now = new Date("2026-11-22T10:00:00Z");

test.each([
  ["2026-11-22", false],
  ["2026-11-23", true],
  ["2027-11-22", true],
  ["2027-11-23", false],
  ["", false],
  ["20271", false],
])("an export of today that is kept until %s: %s", (expires, may) =>
  expect(mayExpire(expires, now)).toBe(may),
);
