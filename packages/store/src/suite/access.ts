import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AccessStore, NewInvitation } from "../port/index.ts";
import type { Databases } from "./databases.ts";

const noon = new Date("2026-03-02T12:00:00Z");
const after = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);

/** Staff, invitations and sessions, from the first administrator to the last: one story, told in order. */
export function accessIsKept(databases: Databases): void {
  describe("staff, invitations and sessions", () => {
    let access: AccessStore;
    beforeAll(async () => {
      access = await databases.openAccessStore(await databases.newPlace());
    });
    afterAll(() => access.close());

    const invitation = (more: Partial<NewInvitation>): NewInvitation => ({
      tokenHash: "token",
      person: null,
      role: "analyst",
      municipality: null,
      expiresAt: after(24),
      ...more,
    });
    const accept = (tokenHash: string, more = {}) =>
      access.acceptInvitation({
        tokenHash,
        now: noon,
        newPersonId: "new",
        email: null,
        passwordHash: `hash of ${tokenHash}`,
        ...more,
      });
    const idsOf = (people: readonly ({ id: string } | undefined)[]) => people.map((person) => person?.id);

    test("at first there is nobody, and an unknown link opens nothing", async () => {
      expect(await access.countPeople()).toBe(0);
      expect(await access.findInvitation("token")).toBeUndefined();
      expect(await accept("token")).toBeUndefined();
    });

    test("a new first link spends the one before", async () => {
      await access.invite(invitation({ tokenHash: "first-0", role: "administrator" }));
      await access.invite(invitation({ tokenHash: "first", role: "administrator" }));
      expect((await access.findInvitation("first-0"))?.used).toBe(true);
      expect(await access.findInvitation("first")).toEqual({
        ...invitation({ tokenHash: "first", role: "administrator" }),
        used: false,
      });
    });

    test("the first administrator must give an address", async () => {
      expect(await accept("first")).toBeUndefined();
      expect((await access.findInvitation("first"))?.used).toBe(false);
    });

    test("of five who open the first link at once, exactly one becomes administrator", async () => {
      const claims = [1, 2, 3, 4, 5].map((i) =>
        accept("first", { newPersonId: `admin-${i}`, email: "First@Example.LT" }),
      );
      const won = (await Promise.all(claims)).filter((person) => person !== undefined);
      expect(won).toHaveLength(1);
      expect(won[0]).toMatchObject({ email: "first@example.lt", role: "administrator", disabled: false });
      expect(await access.countPeople()).toBe(1);
    });

    test("an address that is taken leaves the link good", async () => {
      await access.invite(invitation({ tokenHash: "second-admin", role: "administrator" }));
      await expect(accept("second-admin", { email: "first@example.lt" })).rejects.toThrow(
        /already an account/,
      );
      expect((await access.findInvitation("second-admin"))?.used).toBe(false);
    });

    test("an invited person is listed without a password and cannot hold a session", async () => {
      const person = { id: "ona", email: "Ona@example.lt" };
      expect(await access.invite(invitation({ tokenHash: "ona-1", person, municipality: "13" }))).toBe(true);
      expect(await access.findPerson("ona")).toEqual({
        id: "ona",
        email: "ona@example.lt",
        role: "analyst",
        municipality: "13",
        passwordHash: null,
        disabled: false,
      });
      await access.startSession({
        tokenHash: "too-early",
        person: "ona",
        idleUntil: after(1),
        endsAt: after(8),
      });
      expect(await access.findSession("too-early", noon)).toBeUndefined();
    });

    test("a fresh link spends the earlier one and may change role and place", async () => {
      const person = { id: "ona", email: "ona@example.lt" };
      await access.invite(
        invitation({ tokenHash: "ona-2", person, role: "coordinator", municipality: "19" }),
      );
      expect(await accept("ona-1")).toBeUndefined();
      expect(await access.findInvitation("ona-2")).toMatchObject({
        person,
        role: "coordinator",
        used: false,
      });
    });

    test("a link that is too old opens nothing", async () => {
      expect(await accept("ona-2", { now: after(24) })).toBeUndefined();
    });

    test("of five who accept at once, exactly one sets the password", async () => {
      const claims = [1, 2, 3, 4, 5].map((i) => accept("ona-2", { passwordHash: `hash ${i}` }));
      const won = (await Promise.all(claims)).filter((person) => person !== undefined);
      expect(idsOf(won)).toEqual(["ona"]);
      expect(await access.findPersonByEmail(" ONA@example.lt ")).toEqual(won[0]);
      expect(won[0]).toMatchObject({ role: "coordinator", municipality: "19" });
    });

    test("an address in use cannot be invited again", async () => {
      expect(
        await access.invite(invitation({ tokenHash: "again", person: { id: "x", email: "ona@example.lt" } })),
      ).toBe(false);
      expect(await access.findInvitation("again")).toBeUndefined();
    });

    test("a session lives until it is idle or over", async () => {
      await access.startSession({ tokenHash: "s", person: "ona", idleUntil: after(0.25), endsAt: after(8) });
      expect((await access.findSession("s", after(0.2)))?.person.id).toBe("ona");
      expect(await access.findSession("s", after(0.25))).toBeUndefined();
      await access.extendSession("s", after(9));
      expect((await access.findSession("s", after(7)))?.session.idleUntil).toEqual(after(9));
      expect(await access.findSession("s", after(8))).toBeUndefined();
    });

    test("a session that was ended is gone", async () => {
      await access.startSession({ tokenHash: "short", person: "ona", idleUntil: after(1), endsAt: after(8) });
      await access.endSession("short");
      expect(await access.findSession("short", noon)).toBeUndefined();
    });

    test("disabling ends the sessions, and enabling does not bring them back", async () => {
      expect(await access.setDisabled("ona", true)).toBe(true);
      expect(await access.findSession("s", noon)).toBeUndefined();
      expect(await access.setDisabled("ona", false)).toBe(true);
      expect(await access.findSession("s", noon)).toBeUndefined();
      expect(await access.setDisabled("nobody", true)).toBe(false);
    });

    test("the last administrator cannot be disabled; of the last two at most one", async () => {
      const first = (await access.findPersonByEmail("first@example.lt"))?.id ?? "";
      expect(await access.setDisabled(first, true)).toBe(false);
      await accept("second-admin", { newPersonId: "second", email: "second@example.lt" });
      const both = await Promise.all([access.setDisabled(first, true), access.setDisabled("second", true)]);
      expect(both.toSorted()).toEqual([false, true]);
    });

    test("a disabled person can be invited again and starts with a new password", async () => {
      await access.setDisabled("ona", true);
      await access.invite(
        invitation({ tokenHash: "ona-3", person: { id: "ona-again", email: "ona@example.lt" } }),
      );
      const back = await accept("ona-3");
      expect(back).toMatchObject({
        id: "ona",
        role: "analyst",
        disabled: false,
        passwordHash: "hash of ona-3",
      });
      expect((await access.listPeople()).map(({ email }) => email)).toEqual([
        "first@example.lt",
        "ona@example.lt",
        "second@example.lt",
      ]);
    });
  });
}
