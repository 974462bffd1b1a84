import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedStore, type Place, verifyLedger } from "../open/index.ts";
import { aResponse, collect, idOf, openWave } from "./builders.ts";
import type { Databases } from "./databases.ts";

/** What every database must do when people take their answers back, and with the codes that they spend. */
export function withdrawalsAreKept(databases: Databases): void {
  describe("withdrawals and codes", () => {
    let place: Place;
    let store: OpenedStore;
    let respondents = 0;
    beforeAll(async () => {
      place = await databases.newPlace();
      store = await databases.openStore(place);
      await openWave(store);
    });
    afterAll(() => store.close());

    const response = (more = {}) => {
      respondents += 1;
      const responseId = idOf(respondents);
      return aResponse({ responseId, receipt: `receipt of ${responseId}`, ...more });
    };
    const withdraw = (receipt: string) => store.withdraw({ receipt, on: "2026-03-20" });
    const ledger = () =>
      readFileSync(join(place.folder, "withdrawals.ledger"), "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));

    test("a withdrawn response is gone with all its revisions, counts no more, and is never taken again", async () => {
      const one = response();
      const { responseId, receipt } = one;
      const before = await store.countResponses("spring");
      await store.receive(one);
      await store.receive({ ...one, revision: 2, parent: 1, hash: "second" });
      await store.quarantine({
        responseId,
        hash: "third",
        reason: "wave-closed",
        envelope: "{}",
        receivedAt: one.receivedAt,
      });
      expect(await store.findByReceipt(`${receipt}`)).toEqual({
        wave: "spring",
        receivedOn: "2026-03-02",
        state: "kept",
      });
      expect(await withdraw(`${receipt}`)).toEqual({
        responseId,
        wave: "spring",
        receivedOn: "2026-03-02",
        withdrawnOn: "2026-03-20",
        state: "withdrawn",
        isNew: true,
      });
      expect(await store.countResponses("spring")).toBe(before);
      expect((await collect(store.responsesOfWave("spring"))).map((row) => row.responseId)).not.toContain(
        responseId,
      );
      for (const revision of [1, 2, 3])
        expect((await store.receive({ ...one, revision })).outcome).toBe("withdrawn");
      expect(await store.countResponses("spring")).toBe(before);
      expect((await store.findByReceipt(`${receipt}`))?.state).toBe("withdrawn");
      expect([await store.isWithdrawn(responseId), await store.isWithdrawn(idOf(0))]).toEqual([true, false]);
    });

    test("an envelope that comes while its response is being withdrawn is not kept apart either", async () => {
      const one = response();
      const { responseId, receipt, receivedAt } = one;
      await store.receive(one);
      const [, isKept] = await Promise.all([
        withdraw(`${receipt}`),
        store.quarantine({ responseId, hash: "late", reason: "wave-closed", envelope: "{}", receivedAt }),
      ]);
      expect(isKept).toBe(false);
    });

    test("withdrawing again changes nothing, and an unknown receipt finds nothing", async () => {
      const one = response();
      await store.receive(one);
      const all = await Promise.all(Array.from({ length: 16 }, () => withdraw(`${one.receipt}`)));
      expect(all.filter((withdrawn) => withdrawn?.isNew)).toHaveLength(1);
      expect(ledger().filter(({ responseId }) => responseId === one.responseId)).toEqual([
        {
          responseId: one.responseId,
          wave: "spring",
          receivedOn: "2026-03-02",
          withdrawnOn: "2026-03-20",
        },
      ]);
      expect(await withdraw("nobody's")).toBeUndefined();
      expect(await store.findByReceipt("nobody's")).toBeUndefined();
    });

    test("a receipt whose response was withdrawn explains itself: nothing is missing, at any start", async () => {
      const last = response();
      await store.receive(last);
      await withdraw(`${last.receipt}`);
      expect((await verifyLedger(place)).findings).toEqual([]);
      await store.close();
      store = await databases.openStore(place);
      expect(store.warnings).toEqual([]);
    });

    test("a revision whose parent is not kept is kept, and says so", async () => {
      const orphan = response({ revision: 3, parent: 2 });
      const [parent, child] = [response(), { revision: 2, parent: 1, hash: "child" }];
      await store.receive(orphan);
      await Promise.all([store.receive(parent), store.receive({ ...parent, ...child })]);
      const findings = (await collect(store.responsesOfWave("spring"))).map((row) => [
        row.responseId,
        row.findings,
      ]);
      expect(findings).toContainEqual([orphan.responseId, '[{"path":"/parent","reason":"parent-unknown"}]']);
      expect(findings).toContainEqual([parent.responseId, "[]"]);
    });

    test("of fifty responses that spend one code at once exactly one is clean; sent again, nothing changes", async () => {
      await store.issueCodes({ wave: "spring", channel: null, issuedOn: "2026-03-01", codes: ["a code"] });
      const sent = Array.from({ length: 50 }, () => response({ spends: "a code" }));
      await Promise.all(sent.map((one) => store.receive(one)));
      const again = await Promise.all(sent.map((one) => store.receive(one)));
      expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(["already-stored"]));
      const ids = new Set(sent.map(({ responseId }) => responseId));
      const rows = (await collect(store.responsesOfWave("spring"))).filter((row) => ids.has(row.responseId));
      const said = rows.map(({ findings }) => findings);
      expect(said.filter((findings) => findings === "[]")).toHaveLength(1);
      expect(said.filter((findings) => findings === '[{"path":"/code","reason":"code-spent"}]')).toHaveLength(
        49,
      );
      expect(await store.findCode("a code")).toMatchObject({ spent: true });
    });

    test("a code that nobody issued is said; a correction of a clean response spends nothing again", async () => {
      await store.issueCodes({ wave: "spring", channel: null, issuedOn: "2026-03-01", codes: ["good code"] });
      const [stranger, guest] = [response({ spends: "bad code" }), response({ spends: "good code" })];
      await store.receive(stranger);
      await store.receive(guest);
      await store.receive({ ...guest, revision: 2, parent: 1, hash: "corrected" });
      const rows = await collect(store.responsesOfWave("spring"));
      const findingsOf = (id: string) => rows.find(({ responseId }) => responseId === id)?.findings;
      expect(findingsOf(stranger.responseId)).toBe('[{"path":"/code","reason":"code-unknown"}]');
      expect(findingsOf(guest.responseId)).toBe("[]");
    });

    test("responses from before receipts were kept are given theirs, once", async () => {
      await store.receive(response({ receipt: null }));
      const rows = await store.withoutReceipt();
      expect(rows).toHaveLength(1);
      await store.fillReceipts(rows.map(({ sequence }) => ({ sequence, receipt: "filled" })));
      expect(await store.withoutReceipt()).toEqual([]);
      expect((await store.findByReceipt("filled"))?.state).toBe("kept");
    });
  });
}
