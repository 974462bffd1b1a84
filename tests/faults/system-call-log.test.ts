import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Call, readCalls } from "./system-call-log.ts";

const ledger = `3<${hex("/d/ledger")}>`;

test("a call that a kill cut off never came back, and does not count as done", async () => {
  const cutOff = [
    `7  ftruncate(${ledger} <unfinished ...>`,
    "7  <... ftruncate resumed>)                   = ?",
    `8  ftruncate(${ledger}, 3 <unfinished ...>) = ?`,
    `9  pwrite64(${ledger}, "${hex("b")}", 1, 1) = ?`,
    "9  +++ killed by SIGKILL +++",
  ];
  expect(await callsOf(cutOff)).toEqual([]);
});

test("a call that another thread's call interrupts in the log is read as one", async () => {
  const calls = await callsOf([
    `7  pwrite64(${ledger}, "${hex("abc")}", 3, 5 <unfinished ...>`,
    `8  fdatasync(${ledger}) = -1 EIO (Input/output error) (INJECTED)`,
    "7  <... pwrite64 resumed>)                    = 3",
    `7  ftruncate(${ledger}, 4) = 0`,
  ]);
  expect(calls).toEqual([
    { kind: "failed-sync", path: "/d/ledger" },
    { kind: "write", path: "/d/ledger", at: 5, bytes: Buffer.from("abc") },
    { kind: "truncate", path: "/d/ledger", size: 4 },
  ]);
});

function callsOf(lines: readonly string[]): Promise<Call[]> {
  const log = join(mkdtempSync(join(tmpdir(), "tiltas-calls-")), "log");
  writeFileSync(log, `${lines.join("\n")}\n`);
  return readCalls(log);
}

function hex(text: string): string {
  return [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
}
