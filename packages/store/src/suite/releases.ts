import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenedStore } from "../open/index.ts";
import type { CandidateOutcome, NewRelease } from "../port/index.ts";
import { aResponse, aWave, idOf, openWave } from "./builders.ts";
import type { Databases } from "./databases.ts";

const at = new Date("2026-03-10T09:00:00.000Z");
const notes = '{"en":"","lt":""}';
const ready = (id: string): CandidateOutcome => ({ id, state: "ready", respondents: 3, failure: null });
const frozen = (candidate: string, number: number): NewRelease => ({
  wave: "spring",
  number,
  candidate,
  releasedAt: at,
  signedBy: ["person-1"],
  notes,
  changed: [],
  digests: { "release/public": "f".repeat(64) },
  sheets: ["13"],
  corrects: number === 1 ? null : number - 1,
  respondents: 3,
});

/** What every database must do between margins and releases. */
export function releasesAreKept(databases: Databases): void {
  describe("margins, plans, candidates, releases and the register of microdata", () => {
    let store: OpenedStore;
    const begin = (id: string, previousWave: string | null = null) =>
      store.beginCandidate({ id, wave: "spring", requestedAt: at, requestedBy: "person-1", previousWave });
    const stateOf = async (id: string) => (await store.findCandidate(id))?.state;
    const answer = (respondent: number, wave = "spring") =>
      store.receive(aResponse({ responseId: idOf(respondent), wave, receipt: `of ${respondent}` }));
    const withdraw = (respondent: number) =>
      store.withdraw({ receipt: `of ${respondent}`, on: "2026-03-20" });
    beforeAll(async () => {
      store = await databases.openStore(await databases.newPlace());
      await openWave(store);
      await store.saveWave(aWave({ id: "winter" }));
      for (const respondent of [1, 2, 3]) await answer(respondent);
      await answer(4, "winter");
    });
    afterAll(() => store.close());

    test("an upload becomes the margins of its wave, and earlier uploads stay listed", async () => {
      const upload = (name: string) => ({
        wave: "spring",
        name,
        csv: `margin\n${name}`,
        digest: name.padEnd(64, "0"),
        by: "person-1",
        at,
      });
      expect(await store.uploadMargins({ ...upload("a.csv"), wave: "none" })).toBe(false);
      for (const name of ["a.csv", "b.csv"]) expect(await store.uploadMargins(upload(name))).toBe(true);
      const { csv, digest } = upload("b.csv");
      expect((await store.findWave("spring"))?.margins).toEqual({ csv, digest });
      const { csv: _csv, ...listed } = upload("a.csv");
      expect((await store.marginsUploads("spring"))[1]).toEqual(listed);
    });

    test("an analysis plan gets the next number of its wave and never changes", async () => {
      const plan = (why: string) => ({
        wave: "spring",
        lattice: null,
        weighting: '{"method":"rake"}',
        policies: null,
        previousWave: "winter",
        why,
        by: "person-1",
        at,
      });
      expect(await store.planAnalysis({ ...plan("no wave"), wave: "none" })).toBeUndefined();
      expect([await store.planAnalysis(plan("first")), await store.planAnalysis(plan("second"))]).toEqual([
        1, 2,
      ]);
      expect(await store.analysisPlans("spring")).toEqual([
        { ...plan("second"), number: 2 },
        { ...plan("first"), number: 1 },
      ]);
      expect(await store.analysisPlans("winter")).toEqual([]);
    });

    test("only figures that are ready are signed; a second signature is for the same notes", async () => {
      const sign = (by: string, more: object = {}) =>
        store.signCandidate({ id: "c1", by, at, notes, corrects: null, ...more });
      expect(await sign("person-1")).toBeUndefined();
      expect(await begin("c1")).toBe(true);
      expect((await sign("person-1"))?.outcome).toBe("not-ready");
      expect((await store.endCandidate(ready("c1")))?.state).toBe("ready");
      expect((await sign("person-1"))?.candidate).toMatchObject({
        notes,
        signatures: [{ by: "person-1", at }],
      });
      expect((await sign("person-1"))?.candidate.signatures).toHaveLength(1);
      expect((await sign("person-2", { notes: "{}" }))?.outcome).toBe("differs");
      expect((await sign("person-2", { corrects: 1 }))?.outcome).toBe("differs");
      expect((await sign("person-2"))?.candidate.signatures).toHaveLength(2);
    });

    test("a release is frozen once, under the next number of its wave", async () => {
      expect(await store.keepRelease(frozen("c1", 2))).toBe("number-taken");
      const both = await Promise.all([
        store.keepRelease(frozen("c1", 1)),
        store.keepRelease(frozen("c1", 1)),
      ]);
      expect(both.sort()).toEqual(["kept", "not-ready"]);
      expect(await store.listReleases("spring")).toEqual([{ ...frozen("c1", 1), withdrawnSince: 0 }]);
      expect(await store.findCandidate("c1")).toMatchObject({ state: "released", release: 1 });
      expect((await store.endCandidate({ ...ready("c1"), state: "cancelled" }))?.state).toBe("released");
    });

    test("a withdrawal makes waiting figures outdated, takes files out of the register and is counted by what is frozen", async () => {
      for (const id of ["running", "c2", "of both waves"])
        await begin(id, id === "of both waves" ? "winter" : null);
      for (const id of ["c2", "of both waves"]) await store.endCandidate(ready(id));
      const record = { wave: "spring", holder: "H", purpose: "p", expires: "2026-09-01", by: "person-1", at };
      for (const id of ["m1", "m2"]) expect(await store.beginMicrodata({ ...record, id })).toBe(true);
      const made = { failure: null, respondents: 3, digest: "d" };
      await store.endMicrodata({ ...made, id: "m1", state: "ready" });
      await withdraw(4);
      expect([await stateOf("of both waves"), await stateOf("c2")]).toEqual(["outdated", "ready"]);
      expect((await store.findMicrodata("m1"))?.state).toBe("ready");
      await answer(5);
      await withdraw(5);
      expect([await stateOf("c2"), await stateOf("running")]).toEqual(["ready", "outdated"]);
      expect((await store.listReleases("spring"))[0]?.withdrawnSince).toBe(0);
      await withdraw(1);
      expect(await stateOf("c2")).toBe("outdated");
      expect((await store.listReleases("spring"))[0]?.withdrawnSince).toBe(1);
      expect(await store.findMicrodata("m1")).toEqual({
        ...record,
        ...made,
        id: "m1",
        state: "withdrawn-from",
        withdrawnSince: 1,
      });
      expect((await store.endMicrodata({ ...made, id: "m2", state: "ready" }))?.state).toBe("withdrawn-from");
      expect((await store.endCandidate(ready("running")))?.state).toBe("outdated");
      expect(await store.keepRelease(frozen("c2", 2))).toBe("not-ready");
    });

    test("what came, was decided, withdrawn or set aside since a release counts as changed", async () => {
      const changed = () => store.changedSince({ wave: "spring", number: 1 });
      expect(await store.changedSince({ wave: "spring", number: 2 })).toBeUndefined();
      const before = (await changed()) ?? 0;
      expect(before).toBe(1);
      await answer(6);
      expect(await changed()).toBe(before + 1);
      const review = {
        responseId: idOf(2),
        revision: 1,
        state: "rejected",
        reason: "copy",
        by: "person-1",
        at,
      };
      await store.review({ ...review, state: "rejected" });
      expect(await changed()).toBe(before + 2);
      const { receivedAt } = aResponse();
      const until = new Date(receivedAt.getTime() + 1);
      const aside = { id: "s1", wave: "spring", channel: null, from: receivedAt, until, reason: "copies" };
      await store.setAside({ ...aside, by: "person-1", at, liftedAt: null });
      // People are counted, each once however often something happened about them.
      expect(await changed()).toBe(before + (await store.countResponses("spring")));
    });

    test("a release speaks of the wave before as well: whoever comes to that one or withdraws from it counts", async () => {
      await answer(8, "winter");
      await begin("of two", "winter");
      await store.endCandidate(ready("of two"));
      expect(await store.keepRelease(frozen("of two", 2))).toBe("kept");
      const changed = async () => ((await store.changedSince({ wave: "spring", number: 2 })) ?? 0) - ofSpring;
      const ofSpring = await store.countResponses("spring");
      expect(await changed()).toBe(0);
      await answer(7, "winter");
      expect(await changed()).toBe(1);
      await withdraw(8);
      expect(await changed()).toBe(2);
      expect((await store.listReleases("spring"))[0]?.withdrawnSince).toBe(1);
    });

    test("a removed file stays in the register, newest first", async () => {
      const removed = { id: "m1", state: "removed", failure: null, respondents: null, digest: null } as const;
      expect(await store.endMicrodata(removed)).toMatchObject({ state: "removed", respondents: 3 });
      expect((await store.listMicrodata("spring")).map(({ id }) => id)).toEqual(["m2", "m1"]);
    });

    test("candidates are listed newest first, of their wave only", async () => {
      await store.beginCandidate({
        id: "later",
        wave: "spring",
        requestedAt: new Date(at.getTime() + 1),
        requestedBy: "person-2",
        previousWave: null,
      });
      expect((await store.listCandidates("spring"))[0]?.id).toBe("later");
      expect(await store.listCandidates("winter")).toEqual([]);
    });
  });
}
