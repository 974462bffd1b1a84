import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ledgerFile } from "../ledger/index.ts";
import { verifyLedger } from "../open/index.ts";
import { FolderHeldError } from "../port/index.ts";
import { aResponse, collect, idOf, openWave } from "./builders.ts";
import type { Databases } from "./databases.ts";

/** What every database must do about its folder: one server, a ledger of receipts, readers beside it. */
export function folderIsGuarded(databases: Databases): void {
  describe("the data folder", () => {
    const openWithWave = async () => {
      const place = await databases.newPlace();
      const store = await databases.openStore(place);
      await openWave(store);
      return {
        place,
        store,
        ledger: () => readFileSync(ledgerFile(place.folder), "utf8").trim().split("\n"),
      };
    };

    test("data outlive the server, and its tables are brought up to date once", async () => {
      const { place, store } = await openWithWave();
      const { sequence } = await store.receive(aResponse());
      await store.close();
      const again = await databases.openStore(place);
      expect(await collect(again.responsesOfWave("spring"))).toEqual([{ ...aResponse(), sequence }]);
      expect(again.warnings).toEqual([]);
      await again.close();
    });

    test("a second server on the folder is refused and told who holds it", async () => {
      const { place, store } = await openWithWave();
      const refused = await databases.openStore(place).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(FolderHeldError);
      expect(String(refused)).toContain(`process ${process.pid}`);
      expect((await store.receive(aResponse())).outcome).toBe("stored");
      await store.close();
    });

    test("a reader works beside the server and sees what was acknowledged", async () => {
      const { place, store } = await openWithWave();
      const reader = await databases.openReader(place);
      await store.receive(aResponse());
      expect(await reader.countResponses("spring")).toBe(1);
      expect((await reader.findWave("spring"))?.study).toBe("integration");
      await reader.close();
      await store.close();
    });

    test("everything acknowledged is in the ledger, once; what was refused is not", async () => {
      const { store, ledger } = await openWithWave();
      const { sequence } = await store.receive(aResponse());
      await store.receive(aResponse());
      await store.receive(aResponse({ hash: "other" }));
      const { responseId, receivedAt } = aResponse();
      await store.quarantine({ responseId, hash: "q", reason: "wave-unknown", envelope: "{}", receivedAt });
      expect(ledger().map((line) => JSON.parse(line))).toEqual([
        { sequence, responseId, revision: 1, hash: "hash-1" },
        { quarantined: true, responseId, hash: "q" },
      ]);
      await store.close();
    });

    test("the ledger names responses that the database no longer holds, or holds changed", async () => {
      const { place, store } = await openWithWave();
      await store.receive(aResponse());
      await store.close();
      const lost = { sequence: 2, responseId: idOf(2), revision: 1, hash: "x" };
      const changed = { sequence: 3, responseId: idOf(1), revision: 1, hash: "x" };
      const whole = readFileSync(ledgerFile(place.folder), "utf8");
      writeFileSync(
        ledgerFile(place.folder),
        `${whole}${JSON.stringify(lost)}\n${JSON.stringify(changed)}\n`,
      );
      expect(await verifyLedger(place)).toEqual({
        receipts: 3,
        findings: [
          { responseId: idOf(2), revision: 1, problem: "missing" },
          { responseId: idOf(1), revision: 1, problem: "changed" },
        ],
      });
      const again = await databases.openStore(place);
      expect(again.warnings.join()).toMatch(/reaches response 3, the database only 1/);
      await again.close();
    });

    test("a torn last line of the ledger is removed and reported; what it named enters again", async () => {
      const { place, store, ledger } = await openWithWave();
      for (const respondent of [1, 2, 3]) await store.receive(aResponse({ responseId: idOf(respondent) }));
      await store.close();
      const whole = ledger();
      writeFileSync(ledgerFile(place.folder), `${whole[0]}\n${whole[1]?.slice(0, 30)}`);
      const again = await databases.openStore(place);
      expect(again.warnings.join()).toMatch(/torn/);
      expect(ledger()).toEqual(whole);
      await again.close();
    });

    test("after closing, nothing more is taken, in a sentence", async () => {
      const { store } = await openWithWave();
      await store.close();
      await expect(store.receive(aResponse())).rejects.toThrow("The store is closed.");
    });

    test("closing waits for what is under way", async () => {
      const { place, store } = await openWithWave();
      const sent = Array.from({ length: 50 }, (_, i) => store.receive(aResponse({ responseId: idOf(i) })));
      await Promise.all([...sent, store.close()]);
      const reader = await databases.openReader(place);
      expect(await reader.countResponses("spring")).toBe(50);
      await reader.close();
    });

    test("a reader of an empty folder says what to do", async () => {
      const { folder } = await databases.newPlace();
      await expect(databases.openReader({ folder: join(folder, "none") })).rejects.toThrow(
        /Start the server once/,
      );
    });
  });
}
