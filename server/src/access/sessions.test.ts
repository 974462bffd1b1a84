import { type AccessStore, type SessionRecord, StorageFullError } from "@tiltas/store/port";
import { expect, test } from "vitest";
import { createSessions } from "./sessions.ts";

const noon = Date.parse("2026-11-21T12:00:00Z");
const person = {
  id: "ona",
  email: "ona@tiltas.example",
  role: "analyst",
  municipality: null,
  passwordHash: "x",
  disabled: false,
};

test("a full disk signs nobody out: the session runs on, it only does not grow longer", async () => {
  let kept: SessionRecord | undefined;
  const access: Pick<AccessStore, "startSession" | "findSession" | "extendSession" | "endSession"> = {
    startSession: async (session) => {
      kept = session;
    },
    findSession: async () => kept && { session: kept, person },
    extendSession: () => Promise.reject(new StorageFullError()),
    endSession: async () => undefined,
  };
  let now = noon;
  const sessions = createSessions({ access, clock: () => new Date(now), demonstration: false });
  const { secret, session } = await sessions.start(person);
  now += 60_000;
  expect((await sessions.find(secret))?.session).toEqual(session);
});

test("a clock that is set back ends sessions: none runs for longer than it was given", async () => {
  let kept: SessionRecord | undefined;
  const access = {
    startSession: async (session: SessionRecord) => {
      kept = session;
    },
    findSession: async () => kept && { session: kept, person },
    extendSession: async () => undefined,
    endSession: async () => undefined,
  };
  let now = noon;
  const sessions = createSessions({ access, clock: () => new Date(now), demonstration: false });
  const { secret } = await sessions.start(person);
  now = noon - 30_000;
  expect(await sessions.find(secret)).toBeDefined();
  now = noon - 400 * 24 * 3_600_000;
  expect(await sessions.find(secret)).toBeUndefined();
  // Control: by its two ends alone it would run on, for more than a year.
  expect([kept?.idleUntil, kept?.endsAt].every((end) => end !== undefined && end.getTime() > now)).toBe(true);
});
