import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { keepEarlierFiles } from "./earlier.ts";

const folder = mkdtempSync(join(tmpdir(), "tiltas-builds-"));
afterAll(() => rmSync(folder, { recursive: true }));

const day = (number: number) => new Date(Date.UTC(2026, 10, number));

/** A build of that day with these files. */
function build(name: string, number: number, files: readonly string[]): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const file of files) {
    writeFileSync(join(path, file), name);
    utimesSync(join(path, file), day(number), day(number));
  }
  return path;
}

test("a page that was opened before an update finds its files for two weeks, over several updates", async () => {
  const first = build("first", 1, ["index-1.js", "fonts-1.woff2"]);
  const second = build("second", 10, ["index-2.js", "fonts-1.woff2"]);
  await keepEarlierFiles(first, second, day(10));
  expect(readdirSync(second).sort()).toEqual(["fonts-1.woff2", "index-1.js", "index-2.js"]);
  expect(readFileSync(join(second, "fonts-1.woff2"), "utf8")).toBe("second");
  const third = build("third", 14, ["index-3.js"]);
  await keepEarlierFiles(second, third, day(14));
  expect(readdirSync(third).sort()).toEqual(["fonts-1.woff2", "index-1.js", "index-2.js", "index-3.js"]);
  const fourth = build("fourth", 20, ["index-4.js"]);
  await keepEarlierFiles(third, fourth, day(20));
  expect(readdirSync(fourth).sort()).toEqual(["fonts-1.woff2", "index-2.js", "index-3.js", "index-4.js"]);
});

test("the first build of all has nothing before it", async () => {
  const only = build("only", 1, ["index-1.js"]);
  await keepEarlierFiles(join(folder, "never"), only, day(1));
  expect(readdirSync(only)).toEqual(["index-1.js"]);
});
