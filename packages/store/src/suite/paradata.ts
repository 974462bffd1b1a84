import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openParadataReader, openParadataStore, type Place } from "../open/index.ts";
import type { ParadataBatchRecord, ParadataStore } from "../port/index.ts";
import { collect, digest, idOf } from "./builders.ts";
import type { Databases } from "./databases.ts";

/** What every database must do with paradata. */
export function paradataAreKept(databases: Databases): void {
  describe("paradata", () => {
    let [place, store]: [Place, ParadataStore] = [{ folder: "" }, undefined as never];
    const batch = (respondent: number, number = 1, wave = "spring"): ParadataBatchRecord => ({
      responseId: idOf(respondent),
      batch: number,
      wave,
      instrument: digest,
      receivedOn: "2026-03-02",
      events: `[{"at":0,"kind":"page-shown","page":"p${number}"}]`,
    });
    beforeAll(async () => {
      place = await databases.newPlace();
      store = await openParadataStore(place);
    });
    afterAll(() => store.close());

    test("batches are kept once, however often they come, and read by response and number", async () => {
      for (const one of [batch(2), batch(1, 2), batch(1, 1), batch(1, 1), batch(3, 1, "autumn")])
        await store.keep(one);
      await store.keep({ ...batch(1, 1), events: "[]" });
      expect(await collect(store.batchesOfWave("spring"))).toEqual([batch(1, 1), batch(1, 2), batch(2)]);
      expect(await store.countResponses("spring")).toBe(2);
      expect(await store.responsesAfter("", 2)).toEqual([idOf(1), idOf(2)]);
      expect(await store.responsesAfter(idOf(2), 2)).toEqual([idOf(3)]);
    });

    test("a wave of many batches is read to its end, page by page", async () => {
      for (let respondent = 1; respondent <= 450; respondent++)
        await store.keep(batch(1000 + respondent, 1, "long"));
      const read = await collect(store.batchesOfWave("long"));
      expect(read.map(({ responseId }) => responseId)).toEqual(read.map((_, i) => idOf(1001 + i)));
      expect(await store.forgetWave("long")).toBe(450);
    });

    test("a reader beside the server sees what is kept", async () => {
      const reader = await openParadataReader(place);
      expect(await reader?.countResponses("autumn")).toBe(1);
      await reader?.close();
    });

    test("what a person withdraws is gone, and nothing else", async () => {
      expect(await store.forget([idOf(1), idOf(77)])).toBe(2);
      expect(await store.forget([])).toBe(0);
      expect(await collect(store.batchesOfWave("spring"))).toEqual([batch(2)]);
    });

    test("of what a person withdraws no file remembers anything", async () => {
      if (place.url !== undefined) return;
      await store.keep(batch(4242, 1, "winter"));
      await store.forget([idOf(4242)]);
      const bytes = readdirSync(place.folder)
        .filter((name) => name.startsWith("paradata."))
        .map((name) => readFileSync(join(place.folder, name), "latin1"));
      expect(bytes.some((text) => text.includes(idOf(4242)))).toBe(false);
    });

    test("what a term ends for is gone, and nothing else", async () => {
      expect(await store.forgetWave("spring")).toBe(1);
      expect([await store.countResponses("spring"), await store.countResponses("autumn")]).toEqual([0, 1]);
    });
  });
}
