import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenedStore } from "../open/index.ts";
import type { ReviewState } from "../port/index.ts";
import { aResponse, idOf, openWave } from "./builders.ts";
import type { Databases } from "./databases.ts";

/** What every database must do with decisions about responses, and with what is set aside. */
export function reviewsAreKept(databases: Databases): void {
  describe("reviews and what is set aside", () => {
    let store: OpenedStore;
    const findings = '[{"path":"shoe","reason":"unknown-item"}]';
    const at = new Date("2026-03-10T09:00:00.000Z");
    const decision = (respondent: number, state: ReviewState, revision = 1) => ({
      responseId: idOf(respondent),
      revision,
      state,
      reason: `because ${state}`,
      by: "person-1",
      at,
    });
    const ids = async (state?: ReviewState, more: { after?: number; size?: number; only?: string[] } = {}) =>
      (await store.responsesToReview({ wave: "spring", state, after: 0, size: 50, ...more })).map(
        ({ responseId }) => Number(responseId.slice(-12)),
      );
    beforeAll(async () => {
      store = await databases.openStore(await databases.newPlace());
      await openWave(store);
      for (const respondent of [1, 2, 3, 4, 5, 6])
        await store.receive(
          aResponse({ responseId: idOf(respondent), ...(respondent > 3 ? { findings } : {}) }),
        );
    });
    afterAll(() => store.close());

    test("what arrives is received or has issues, and reviewers see no answers", async () => {
      expect(await store.countStates("spring")).toEqual({
        received: 3,
        "has-issues": 3,
        approved: 0,
        rejected: 0,
      });
      const [first] = await store.responsesToReview({
        wave: "spring",
        state: "has-issues",
        after: 0,
        size: 1,
      });
      expect(first).toEqual({
        sequence: 4,
        responseId: idOf(4),
        revision: 1,
        state: "has-issues",
        findings,
        language: "uk",
        mode: "web",
        channel: null,
        receivedAt: aResponse().receivedAt,
      });
    });

    test("decisions are kept in their order, and the last one counts", async () => {
      for (const [respondent, state] of [
        [4, "rejected"],
        [4, "approved"],
        [1, "rejected"],
        [5, "approved"],
        [5, "has-issues"],
      ] as const)
        expect(await store.review(decision(respondent, state))).toBe("kept");
      expect((await store.reviewsOf("spring", [idOf(4)])).map(({ state }) => state)).toEqual([
        "rejected",
        "approved",
      ]);
      expect(await store.reviewsOf("spring")).toHaveLength(5);
      expect(await store.countStates("spring")).toEqual({
        received: 2,
        "has-issues": 2,
        approved: 1,
        rejected: 1,
      });
    });

    test("responses are listed by state, in pages, and by name", async () => {
      expect([await ids("approved"), await ids("rejected"), await ids("has-issues")]).toEqual([
        [4],
        [1],
        [5, 6],
      ]);
      expect(await ids("received")).toEqual([2, 3]);
      expect(await ids(undefined, { size: 2 })).toEqual([1, 2]);
      expect(await ids(undefined, { after: 2, only: [idOf(2), idOf(3)] })).toEqual([3]);
      expect(await ids(undefined, { only: [] })).toEqual([]);
    });

    test("a newer revision makes a decision void, and nobody decides about the one it replaced", async () => {
      await store.receive(
        aResponse({ responseId: idOf(4), revision: 2, parent: 1, hash: "mended", findings: "[]" }),
      );
      expect(await ids("approved")).toEqual([]);
      expect(await store.review(decision(4, "approved"))).toBe("superseded");
      expect(await store.review(decision(99, "approved"))).toBe("unknown");
      expect(await store.countStates("spring")).toEqual({
        received: 3,
        "has-issues": 2,
        approved: 0,
        rejected: 1,
      });
    });

    test("what a look found is kept until the next one, and names nobody who has withdrawn since", async () => {
      const found = (...ids: readonly number[]) => JSON.stringify({ speeders: ids.map(idOf) });
      expect(await store.findLook("spring")).toBeUndefined();
      expect(await store.keepLook({ wave: "none", at, found: "{}" })).toBe(false);
      expect(await store.keepLook({ wave: "spring", at, found: found(1) })).toBe(true);
      await store.receive(aResponse({ responseId: idOf(7), receipt: "of 7" }));
      expect(await store.keepLook({ wave: "spring", at, found: found(3, 7) })).toBe(true);
      expect(await store.findLook("spring")).toEqual({ wave: "spring", at, found: found(3, 7) });
      await store.withdraw({ receipt: "of 7", on: "2026-03-20" });
      const blotted = found(3, 7).replace(idOf(7), "");
      expect(await store.findLook("spring")).toEqual({ wave: "spring", at, found: blotted });
    });

    test("a channel and period are set aside, listed and lifted once", async () => {
      const record = {
        id: "s1",
        wave: "spring",
        channel: "market",
        from: at,
        until: new Date("2026-03-10T12:00:00.000Z"),
        reason: "forty copies",
        by: "person-1",
        at,
        liftedAt: null,
      };
      expect(await store.setAside({ ...record, wave: "none" })).toBe(false);
      expect(await store.setAside(record)).toBe(true);
      expect(await store.setAsidesOf("spring")).toEqual([record]);
      expect(await store.liftSetAside({ id: "s1", wave: "other", at })).toBe(false);
      expect(await store.liftSetAside({ id: "s1", wave: "spring", at })).toBe(true);
      expect(await store.liftSetAside({ id: "s1", wave: "spring", at })).toBe(false);
      expect(await store.setAsidesOf("spring")).toEqual([{ ...record, liftedAt: at }]);
    });
  });
}
