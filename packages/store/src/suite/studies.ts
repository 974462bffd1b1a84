import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenedStore } from "../open/index.ts";
import { aResponse, aWave, digest, idOf, openWave, someParticulars } from "./builders.ts";
import type { Databases } from "./databases.ts";

/** What every database must do with instruments, studies, waves and counts. */
export function studiesAreKept(databases: Databases): void {
  describe("instruments, studies and waves", () => {
    let store: OpenedStore;
    beforeAll(async () => {
      store = await databases.openStore(await databases.newPlace());
      await openWave(store);
    });
    afterAll(() => store.close());

    test("an instrument is published once and keeps every file", async () => {
      const files = { "questionnaire.json": '{"b":1.0,"a":2}', "notice/1.json": "{}" };
      const instrument = { digest: "b".repeat(64), id: "other", version: "1.0.0", files };
      await store.publishInstrument(instrument);
      await store.publishInstrument({
        ...instrument,
        files: { "notice/1.json": "changed", "notice/2.json": "{}" },
      });
      const found = await store.findInstrument(instrument.digest);
      expect(found).toEqual({ ...instrument, files: { ...files, "notice/2.json": "{}" } });
      expect(await store.findInstrument("c".repeat(64))).toBeUndefined();
      expect((await store.listInstruments()).map(({ id }) => id)).toEqual(["other", "tiny"]);
    });

    test("a published version never changes", async () => {
      const changed = { digest: "d".repeat(64), id: "tiny", version: "0.1.0", files: {} };
      await expect(store.publishInstrument(changed)).rejects.toThrow(/tiny@0\.1\.0.*new version number/);
      expect(await store.findInstrument(changed.digest)).toBeUndefined();
      expect(await store.findInstrument(digest)).toBeDefined();
    });

    test("the first mark of a key stays, unless the next one may follow it", async () => {
      const key = { name: "receipt.key", mark: "one", after: [] };
      expect(await store.markKey(key)).toBe("one");
      expect(await store.markKey({ ...key, mark: "two" })).toBe("one");
      expect(await store.markKey({ ...key, mark: "two", after: ["none", "one"] })).toBe("two");
      expect(await store.listKeyMarks()).toEqual([{ name: "receipt.key", mark: "two" }]);
    });

    test("a study and a wave are found as they were last saved", async () => {
      const study = { id: "integration", title: { lt: "Tyrimas", en: "Study" }, synthetic: false };
      await store.saveStudy(study);
      expect(await store.findStudy("integration")).toEqual({
        ...study,
        particulars: null,
        review: null,
        terms: null,
        signatures: 1,
      });
      await store.saveStudy({ ...study, particulars: someParticulars });
      expect((await store.findStudy("integration"))?.particulars).toEqual(someParticulars);
      const margins = { csv: "margin,cell\n", digest: "e".repeat(64) };
      const way = { form: "long", sample: "register", stage: "field" } as const;
      const wave = aWave({
        id: "autumn",
        opens: "2026-09-01",
        earlierInstruments: [digest],
        margins,
        ...way,
      });
      await store.saveWave(aWave({ id: "autumn" }));
      await store.saveWave(wave);
      expect(await store.findWave("autumn")).toEqual(wave);
      expect((await store.listWaves()).map(({ id }) => id)).toEqual(["spring", "autumn"]);
      expect([await store.findWave("winter"), await store.findStudy("none")]).toEqual([undefined, undefined]);
    });

    test("a wave that says nothing else is an open pilot of the short form", async () => {
      const { form, sample, stage, ...wave } = aWave({ id: "plain" });
      await store.saveWave(wave);
      expect(await store.findWave("plain")).toEqual({ ...wave, form, sample, stage });
      expect([form, sample, stage]).toEqual(["short", "open", "pilot"]);
    });

    test("a wave of an unknown study is refused", async () => {
      await expect(store.saveWave(aWave({ id: "lost", study: "none" }))).rejects.toThrow(/foreign key/i);
    });

    test("the counts of a day are made once and then left alone until the next day", async () => {
      await store.saveWave(aWave({ id: "counted" }));
      const places = ["13", "13", "19", null];
      for (const [i, municipality] of places.entries())
        await store.receive(
          aResponse({ responseId: idOf(i), wave: "counted", municipality, language: i < 3 ? "uk" : "lt" }),
        );
      const monday = await store.dailyCounts("counted", "municipality", "2026-03-02");
      expect(monday).toEqual({
        day: "2026-03-02",
        counts: [
          { code: "13", count: 2 },
          { code: "19", count: 1 },
        ],
      });
      await store.receive(aResponse({ responseId: idOf(9), wave: "counted", municipality: "19" }));
      await store.receive(
        aResponse({
          responseId: idOf(0),
          revision: 2,
          parent: 1,
          hash: "moved",
          wave: "counted",
          municipality: "21",
        }),
      );
      expect(await store.dailyCounts("counted", "municipality", "2026-03-02")).toEqual(monday);
      expect((await store.dailyCounts("counted", "municipality", "2026-03-03")).counts).toEqual([
        { code: "13", count: 1 },
        { code: "19", count: 2 },
        { code: "21", count: 1 },
      ]);
      expect((await store.dailyCounts("counted", "language", "2026-03-03")).counts).toEqual([
        { code: "lt", count: 1 },
        { code: "uk", count: 4 },
      ]);
    });

    test("two who ask for the first counts of a day get the same", async () => {
      const asked = Array.from({ length: 8 }, () => store.dailyCounts("spring", "language", "2026-03-04"));
      expect(new Set((await Promise.all(asked)).map((counts) => JSON.stringify(counts))).size).toBe(1);
    });
  });
}
