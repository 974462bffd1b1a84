import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dropStaleDatasets } from "./datasets.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tiltas-datasets-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A file that was last written so many seconds after a fixed moment. */
function write(path: string, after: number): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), "");
  utimesSync(join(folder, path), 1_800_000_000 + after, 1_800_000_000 + after);
}

test("cells that were not touched since the last withdrawal are dropped at the start: a crash may have come between", async () => {
  write("datasets/touched/one", 20);
  write("datasets/untouched/one", 5);
  utimesSync(join(folder, "datasets", "untouched"), 1_800_000_005, 1_800_000_005);
  write("withdrawals.ledger", 10);
  await dropStaleDatasets({ folder });
  expect(["touched", "untouched"].map((wave) => existsSync(join(folder, "datasets", wave)))).toEqual([
    true,
    false,
  ]);
});

test("what somebody was working on when the server stopped is dropped: half of it is named nowhere", async () => {
  write("datasets/stopped/one", 20);
  write("datasets/stopped/lock", 20);
  write("datasets/whole/one", 20);
  await dropStaleDatasets({ folder });
  expect(["stopped", "whole"].map((wave) => existsSync(join(folder, "datasets", wave)))).toEqual([
    false,
    true,
  ]);
});

test("nobody has withdrawn: what is kept stays", async () => {
  write("datasets/untouched/one", 5);
  await dropStaleDatasets({ folder });
  expect(existsSync(join(folder, "datasets", "untouched"))).toBe(true);
});
