import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { keptMasks } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "tiltas-masks-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "masks", "autumn.json");

test("masks that were found or asked for are kept for the next computation, others go", () => {
  const first = keptMasks(path);
  first.set("a", "mask a");
  first.set("b", "mask b");
  first.save();
  const second = keptMasks(path);
  expect([second.get("a"), second.get("c")]).toEqual(["mask a", undefined]);
  second.save();
  expect(keptMasks(path).get("b")).toBeUndefined();
  expect(keptMasks(path).get("a")).toBe("mask a");
});

test("a file that somebody changed, or that is broken, counts as empty", () => {
  writeFileSync(path, readFileSync(path, "utf8").replace("mask a", "no mask"));
  expect(keptMasks(path).get("a")).toBeUndefined();
  writeFileSync(path, "{");
  expect(keptMasks(path).get("a")).toBeUndefined();
});
