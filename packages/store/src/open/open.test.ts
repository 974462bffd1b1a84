import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openAccessStore, openStore, verifyLedger } from "./index.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tiltas-open-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a data file that is none is refused by name, and the folder is free again", async () => {
  writeFileSync(join(folder, "data.sqlite"), "not a database, whatever its name says".repeat(50));
  await expect(openStore({ folder })).rejects.toThrow(
    /data\.sqlite cannot be opened \(file is not a database\)/,
  );
  rmSync(join(folder, "data.sqlite"));
  await (await openStore({ folder })).close();
});

test("a folder that cannot be made is refused with what to check", async () => {
  writeFileSync(join(folder, "file"), "");
  await expect(openStore({ folder: join(folder, "file", "data") })).rejects.toThrow(
    /^The data folder .* cannot be used \(ENOTDIR.*Check that it belongs to this user/,
  );
});

test("a database that cannot be reached is refused in a sentence that repeats no password", async () => {
  const url = "postgresql://someone:secret@127.0.0.1:1/tiltas";
  const failures = [
    await openStore({ folder, url }).catch(String),
    await openAccessStore({ folder, url }).catch(String),
  ];
  for (const failure of failures) {
    expect(failure).toMatch(/The database cannot be reached \(ECONNREFUSED\)/);
    expect(failure).not.toMatch(/secret/);
  }
});

test("answers and sign-ins can be read by the server's own user only", async () => {
  const [store, access] = [await openStore({ folder }), await openAccessStore({ folder })];
  const modes = ["data.sqlite", "data.sqlite-wal", "access.sqlite", "receipts.ledger"].map(
    (file) => statSync(join(folder, file)).mode & 0o777,
  );
  expect(modes).toEqual([0o600, 0o600, 0o600, 0o600]);
  await Promise.all([store.close(), access.close()]);
});

test("a folder without a ledger cannot be verified, and says so", async () => {
  await (await openStore({ folder })).close();
  rmSync(join(folder, "receipts.ledger"));
  await expect(verifyLedger({ folder })).rejects.toThrow(/There is no receipt ledger/);
});
