import { expect, test } from "vitest";
import { renewedAt, sessionMoment } from "./session-clock.ts";

const minutes = 60_000;
const reading = { readAt: 1_000_000, idleFor: 15 * minutes, endsIn: 8 * 60 * minutes };
const after = (milliseconds: number) => sessionMoment(reading, reading.readAt + milliseconds);

test("nothing is said while more than two minutes are left", () => {
  expect(after(12 * minutes)).toEqual({ kind: "running" });
});

test("the warning comes two minutes before an idle session ends", () => {
  expect(after(13 * minutes)).toEqual({ kind: "ending", because: "idle", seconds: 120 });
  expect(after(14.5 * minutes)).toEqual({ kind: "ending", because: "idle", seconds: 30 });
});

test("an idle session is over after fifteen minutes, also when the computer slept through them", () => {
  expect(after(15 * minutes)).toEqual({ kind: "over", because: "idle" });
  expect(after(300 * minutes)).toEqual({ kind: "over", because: "idle" });
});

test("near the eight hours the limit is the reason, not idleness", () => {
  const late = { ...reading, idleFor: 3 * minutes, endsIn: 3 * minutes };
  expect(sessionMoment(late, late.readAt + 2 * minutes)).toMatchObject({ kind: "ending", because: "limit" });
});

test("work in another tab starts the idle time anew and leaves the limit where it was", () => {
  const renewed = renewedAt(reading, reading.readAt + 10 * minutes);
  expect(sessionMoment(renewed, reading.readAt + 20 * minutes)).toEqual({ kind: "running" });
  expect(renewed.readAt + renewed.endsIn).toBe(reading.readAt + reading.endsIn);
});
