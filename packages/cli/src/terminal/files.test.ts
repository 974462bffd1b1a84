import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readNamedFile, writeJsonFile, writeNamedFile } from "./index.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tiltas-files-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a file is replaced whole, stays as private as it was, and nothing is left beside it", () => {
  const file = join(folder, "report.xlsx");
  writeFileSync(file, "a longer text than the next");
  chmodSync(file, 0o600);
  writeNamedFile(file, "next");
  expect(readFileSync(file, "utf8")).toBe("next");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["report.xlsx"]);
});

test("a link is followed, not replaced", () => {
  writeFileSync(join(folder, "kept.csv"), "old");
  symlinkSync(join(folder, "kept.csv"), join(folder, "latest.csv"));
  writeNamedFile(join(folder, "latest.csv"), "new");
  expect(lstatSync(join(folder, "latest.csv")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, "kept.csv"), "utf8")).toBe("new");
});

test("a folder that is not there is not made for a file a person named", () => {
  expect(() => writeNamedFile(join(folder, "typo", "out.csv"), "a")).toThrow(/Check that its folder exists/);
  mkdirSync(join(folder, "taken"));
  expect(() => writeNamedFile(join(folder, "taken"), "a")).toThrow(/cannot be written/);
  expect(readdirSync(folder)).toEqual(["taken"]);
});

test("the first numbered file of a version makes its folder", () => {
  writeJsonFile(join(folder, "translations", "1.json"), { number: 1 });
  expect(readFileSync(join(folder, "translations", "1.json"), "utf8")).toBe('{\n  "number": 1\n}\n');
});

test("a file larger than memory allows is refused with its size and the remedy, not read until the program falls over", () => {
  const file = join(folder, "large.csv");
  writeFileSync(file, "a,b\n1,2\n");
  expect(readNamedFile(file)).toBe("a,b\n1,2\n");
  expect(() => readNamedFile(file, 5)).toThrow(
    /has 1 MB, more than the 1 MB for which there is memory here. Keep only the columns/,
  );
});
