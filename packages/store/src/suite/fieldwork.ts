import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenedStore } from "../open/index.ts";
import type { CaseRecord, NewDevice } from "../port/index.ts";
import { idOf, openWave } from "./builders.ts";
import type { Databases } from "./databases.ts";

const now = new Date("2026-03-02T08:00:00Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

const aDevice = (n: number, more: Partial<NewDevice> = {}): NewDevice => ({
  id: idOf(n),
  wave: "spring",
  label: `Tablet ${n}`,
  purpose: "interviewer",
  municipality: "13",
  orderedBy: "person-1",
  pairing: `pairing-${n}`,
  pairingUntil: later(1),
  ...more,
});
const aCase = (n: number, more: Partial<CaseRecord> = {}): CaseRecord => ({
  id: idOf(1000 + n),
  wave: "spring",
  number: `J-${n}`,
  municipality: "13",
  language: "uk",
  device: null,
  disposition: "open",
  ...more,
});

/** What every database must do with tablets, cases, codes and drafts on the move. */
export function fieldworkIsKept(databases: Databases): void {
  describe("tablets, cases, codes and drafts on the move", () => {
    let store: OpenedStore;
    beforeAll(async () => {
      store = await databases.openStore(await databases.newPlace());
      await openWave(store);
    });
    afterAll(() => store.close());

    test("of sixteen who type a pairing code at once, one tablet is paired", async () => {
      await store.orderDevice(aDevice(1));
      const claims = Array.from({ length: 16 }, (_, n) =>
        store.pairDevice({ pairing: "pairing-1", token: `token-${n}`, now }),
      );
      const paired = (await Promise.all(claims)).filter((device) => device !== undefined);
      expect(paired).toHaveLength(1);
      expect(paired[0]).toMatchObject({ id: idOf(1), pairedAt: now, revokedAt: null, lastSeen: null });
    });

    test("a code that is too old, or whose tablet was revoked, pairs nothing", async () => {
      await store.orderDevice(aDevice(2));
      expect(await store.pairDevice({ pairing: "pairing-2", token: "t2", now: later(1) })).toBeUndefined();
      await store.setRevoked(idOf(2), now);
      await store.setRevoked(idOf(2), null);
      expect(await store.pairDevice({ pairing: "pairing-2", token: "t2", now })).toBeUndefined();
    });

    test("a tablet is found by its token, revoked or not, and no secret comes back", async () => {
      await store.orderDevice(aDevice(3));
      await store.pairDevice({ pairing: "pairing-3", token: "t3", now });
      await store.setRevoked(idOf(3), later(2));
      const found = await store.findDeviceByToken("t3");
      expect(found).toEqual(await store.findDevice(idOf(3)));
      expect(found).toMatchObject({ revokedAt: later(2) });
      expect(Object.keys(found ?? {})).not.toContain("token");
      expect(Object.keys(found ?? {})).not.toContain("pairing");
    });

    test("cases are added all or none, and numbers are a municipality's own", async () => {
      expect(await store.addCases([aCase(1), aCase(2), aCase(3, { municipality: null })])).toEqual([]);
      expect(await store.addCases([aCase(4), aCase(5, { number: "J-1" })])).toEqual(["J-1"]);
      expect(await store.addCases([aCase(6, { number: "J-3", municipality: null })])).toEqual(["J-3"]);
      expect(await store.addCases([aCase(7, { number: "J-1", municipality: "19" })])).toEqual([]);
      expect((await store.listCases("spring")).map(({ id }) => id).sort()).toEqual(
        [1, 2, 3, 7].map((n) => idOf(1000 + n)),
      );
    });

    test("a report changes the cases of its tablet only", async () => {
      await store.addCases([aCase(20, { device: idOf(3) }), aCase(21, { device: idOf(1) })]);
      const dispositions = [20, 21].map((n) => ({ case: idOf(1000 + n), disposition: "refusal" }));
      await store.reportDevice({ id: idOf(3), lastSeen: now, report: "{}", dispositions });
      const states = new Map((await store.listCases("spring")).map((one) => [one.id, one.disposition]));
      expect([states.get(idOf(1020)), states.get(idOf(1021))]).toEqual(["refusal", "open"]);
      expect((await store.casesOfDevice({ id: idOf(3), wave: "spring", municipality: "13" })).length).toBe(3);
      expect((await store.casesOfDevice({ id: idOf(3), wave: "spring", municipality: null })).length).toBe(5);
    });

    test("codes are counted by channel and day, and looked up by their HMAC", async () => {
      const codes = Array.from({ length: 1_200 }, (_, n) => `hmac-${n}`);
      await store.issueCodes({ wave: "spring", channel: "letter-13-uk", issuedOn: "2026-03-02", codes });
      await store.issueCodes({ wave: "spring", channel: null, issuedOn: "2026-03-03", codes: ["other"] });
      expect(await store.countCodes("spring")).toEqual([
        { channel: null, issuedOn: "2026-03-03", issued: 1, spent: 0 },
        { channel: "letter-13-uk", issuedOn: "2026-03-02", issued: 1_200, spent: 0 },
      ]);
      expect(await store.findCode("hmac-7")).toEqual({
        wave: "spring",
        channel: "letter-13-uk",
        spent: false,
      });
      expect(await store.findCode("none")).toBeUndefined();
    });

    test("a draft leaves once; who took it may fetch it again while that is allowed", async () => {
      const draft = { id: "d1", wave: "spring", iv: "iv", ciphertext: "c" };
      const terms = { now, until: later(720), most: 2 };
      expect(await store.keepDraft(draft, terms)).toBe("kept");
      const takers = Array.from({ length: 8 }, (_, n) =>
        store.takeDraft({ id: "d1", taker: `taker-${n}`, now, again: later(1) }),
      );
      const taken = (await Promise.all(takers)).map((one) => one !== undefined);
      expect(taken.filter(Boolean)).toHaveLength(1);
      const taker = `taker-${taken.indexOf(true)}`;
      expect(await store.takeDraft({ id: "d1", taker, now, again: later(1) })).toEqual(draft);
      expect(await store.keepDraft(draft, terms)).toBe("taken");
      expect(await store.takeDraft({ id: "d1", taker, now: later(1), again: later(2) })).toBeUndefined();
    });

    test("drafts have a number, and old ones make room", async () => {
      const draft = (id: string) => ({ id, wave: "spring", iv: "iv", ciphertext: "c" });
      const keep = (id: string, at: Date) =>
        store.keepDraft(draft(id), { now: at, until: new Date(at.getTime() + 1000), most: 2 });
      expect(await keep("e1", later(1000))).toBe("kept");
      expect(await keep("e2", later(1000))).toBe("kept");
      expect(await keep("e3", later(1000))).toBe("full");
      expect(await keep("e1", later(1000))).toBe("kept");
      expect(await keep("e3", later(1001))).toBe("kept");
      expect(await store.takeDraft({ id: "e2", taker: null, now: later(1001), again: now })).toBeUndefined();
    });
  });
}
