import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { type DeviceDatabase, deviceDatabase } from "./database.ts";
import type { Draft } from "./draft.ts";
import { openDrafts, saveDraft } from "./draft-store.ts";
import { type Inventory, inventory } from "./inventory.ts";
import { removeEverything } from "./remove-everything.ts";

const draft: Draft = {
  wave: "autumn",
  responseId: "0193a1d2-7c1e-4f6a-9b3c-5d2e8f701a2b",
  instrument: "c".repeat(64),
  consent: { notice: 1, noticeDigest: "d".repeat(64), language: "uk", time: "2026-11-21T21:00:00Z" },
  ...{ language: "uk", mode: "web", form: "short", sample: "open", stage: "pilot", channel: null },
  answers: { sex: "female" },
  page: null,
};

afterEach(() => removeEverything());

/** A tab that has written the draft and would write it again if the browser cleared the storage. */
async function tab(answers: Draft["answers"]): Promise<{ database: DeviceDatabase; stock: Inventory }> {
  const database = deviceDatabase();
  const stock = inventory(database);
  const write = () => saveDraft(database, { ...draft, answers }, new Date());
  await write();
  stock.expect("drafts", draft.responseId, write);
  return { database, stock };
}
const heard = () => new Promise((resolve) => setTimeout(resolve, 50));

test("what a person removes altogether is not written again by another tab that is still open", async () => {
  const { stock } = await tab({ sex: "female" });
  await removeEverything();
  await heard();
  expect(await stock.check()).toBeUndefined();
  expect(await indexedDB.databases()).toEqual([]);
});

test("after a cleared storage the tab that wrote last brings the answers back, not an older one", async () => {
  const older = await tab({ sex: "female" });
  const newer = await tab({ sex: "female", age: "25-34" });
  await heard();
  await newer.database.remove();
  await older.stock.check();
  await newer.stock.check();
  expect(await openDrafts(newer.database, "autumn")).toMatchObject([{ answers: { age: "25-34" } }]);
});
