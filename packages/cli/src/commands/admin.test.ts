import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAccessStore, openStore } from "@tiltas/store/open";
import { keptContentHash } from "@tiltas/store/operations";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../program/program.ts";

const place = mkdtempSync(join(tmpdir(), "tiltas-admin-"));
const at = (name: string) => join(place, name);
const digest = "a".repeat(64);

/** A server's folder in which one person answered and one withdrew since. */
beforeAll(async () => {
  const store = await openStore({ folder: at("data") });
  await store.publishInstrument({ digest, id: "tiny", version: "0.1.0", files: {} });
  await store.saveStudy({ id: "s", title: { en: "Study" }, synthetic: false, terms: { answers: 0 } });
  await store.saveWave({
    id: "spring",
    study: "s",
    title: { en: "Spring" },
    instrument: digest,
    earlierInstruments: [],
    notice: 1,
    indicators: 1,
    languages: ["lt"],
    modes: ["web"],
    opens: "2026-03-01",
    closes: "2099-05-31",
    margins: null,
  });
  for (const person of [1, 2]) {
    const content = { instrument: digest, parent: null, consent: "{}", answers: `{"q":"answer ${person}"}` };
    await store.receive({
      ...content,
      responseId: `response-${person}`,
      revision: 1,
      wave: "spring",
      hash: keptContentHash(content),
      language: "lt",
      mode: "web",
      channel: null,
      municipality: null,
      findings: "[]",
      receivedAt: new Date("2026-03-02T08:00:00Z"),
      receipt: `receipt-${person}`,
    });
  }
  await store.close();
  await (await openAccessStore({ folder: at("data") })).close();
});
afterAll(() => rmSync(place, { recursive: true }));

/** Exit code and everything said. */
async function tiltas(...words: readonly string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const output = { print: (text: string) => lines.push(text), complain: (text: string) => lines.push(text) };
  return { code: await run(["admin", ...words], output), said: lines.join("\n") };
}

test("verify says that all is there, exit code 0", async () => {
  const { code, said } = await tiltas("verify", "--data", at("data"));
  expect({ code, said }).toEqual({
    code: 0,
    said: "Checked 2 receipts and 2 responses in the database.\nEverything that was acknowledged is there, unchanged.",
  });
});

test("verify names what is missing, says what next, exit code 1", async () => {
  cpSync(at("data"), at("damaged"), { recursive: true });
  const receipt = { sequence: 3, responseId: "response-3", revision: 1, hash: "h" };
  writeFileSync(join(at("damaged"), "receipts.ledger"), `${JSON.stringify(receipt)}\n`, { flag: "a" });
  const { code, said } = await tiltas("verify", "--data", at("damaged"));
  expect(code).toBe(1);
  expect(said).toMatch(/^response-3 revision 1: acknowledged, but not in the database\.$/m);
  expect(said).toMatch(/What next: Stop the server, keep a copy .* restore the newest backup/);
});

test("verify takes down what is lost for good, with a reason, and complains of it no more", async () => {
  cpSync(at("damaged"), at("accepted"), { recursive: true });
  expect(await tiltas("verify", "--data", at("accepted"), "--accept", " ")).toMatchObject({ code: 2 });
  const { code, said } = await tiltas("verify", "--data", at("accepted"), "--accept", "no backup");
  expect(code).toBe(0);
  expect(said).toMatch(/^1 missing responses are taken down as lost for good, in losses\.ledger\.$/m);
  expect(said).toMatch(/^1 receipts are of responses that were accepted as lost\.$/m);
  expect(await tiltas("verify", "--data", at("accepted"))).toMatchObject({ code: 0 });
});

test("key, backup into a folder, restore without the one who withdrew", async () => {
  const key = at("key");
  expect(await tiltas("key", "--to", key)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/Keep a copy/),
  });
  mkdirSync(at("backups"));
  const backup = await tiltas("backup", "--data", at("data"), "--to", at("backups"), "--key", key);
  expect(backup).toMatchObject({ code: 0, said: expect.stringMatching(/and read it back\.$/) });
  const [name = ""] = readdirSync(at("backups"));
  expect(name).toMatch(/^tiltas-\d{4}-\d\d-\d\dT\d{6}Z\.backup$/);
  cpSync(at("data"), at("later"), { recursive: true });
  const store = await openStore({ folder: at("later") });
  await store.withdraw({ receipt: "receipt-2", on: "2026-03-03" });
  await store.close();
  const from = ["--from", join(at("backups"), name), "--key", key];
  const ledger = join(at("later"), "withdrawals.ledger");
  const restored = await tiltas("restore", ...from, "--data", at("new"), "--withdrawals", ledger);
  expect(restored).toMatchObject({ code: 0, said: expect.stringMatching(/2 receipts and 1 responses/) });
  const without = await tiltas("restore", ...from, "--data", at("other"));
  expect(without).toMatchObject({
    code: 0,
    said: expect.stringMatching(/Whoever withdrew after .* is back/),
  });
});

test("retention lists, removes and refuses in sentences", async () => {
  const list = await tiltas("retention", "--data", at("data"), "--dry-run");
  expect(list).toMatchObject({ code: 0, said: expect.stringMatching(/Nothing is past its term/) });
  const nowhere = await tiltas("retention", "--data", at("nowhere"));
  expect(nowhere).toMatchObject({ code: 2, said: expect.stringMatching(/There is no receipt ledger/) });
  expect((await tiltas("register")).said).toMatch(/answers\n {2}Holds: .*\n {2}About: people who answered/);
});

test("what cannot be done is one sentence and exit code 2", async () => {
  const words = ["backup", "--data", at("data"), "--to", at("b"), "--key", at("no-key")];
  expect(await tiltas(...words)).toEqual({
    code: 2,
    said: `The key file ${at("no-key")} cannot be read. Make one with: npx tiltas admin key --to ${at("no-key")}`,
  });
});
