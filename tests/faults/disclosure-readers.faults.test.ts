import { readFileSync, writeFileSync } from "node:fs";
import { type Policy, releaseEach } from "@tiltas/analysis/disclosure";
import type { ReleaseFile } from "@tiltas/analysis/release";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellsFileIn } from "../../server/src/computing/release-folder.ts";
import { releaseFileOf } from "./disclosure-outputs.ts";
import {
  keptRelease,
  type Seen,
  seenByExploring,
  seenInAnswers,
  seenInOpenData,
  seenInRelease,
  seenInWorkbook,
} from "./disclosure-readers.ts";
import { policies } from "./disclosure-rule.ts";
import { population, tablesOf } from "./disclosure-tables.ts";

const releases = new Map<Policy["id"], ReleaseFile>();
const kept = new Map<Policy["id"], Awaited<ReturnType<typeof keptRelease>>>();
beforeAll(async () => {
  const working = tablesOf(population(7));
  for (const released of await releaseEach(working, policies.values())) {
    const release = releaseFileOf(working, released);
    releases.set(release.policy, release);
    kept.set(release.policy, await keptRelease(release));
  }
});
afterAll(() => {
  for (const { remove } of kept.values()) remove();
});

/** Cells in which one reader finds a figure and another does not. */
const differences = (one: Seen, other: Seen) => [
  ...[...one].filter((cell) => !other.has(cell)),
  ...[...other].filter((cell) => !one.has(cell)),
];

describe.each(["ministry", "public"] as const)("S04: readers of the %s release put together", (id) => {
  const release = () => releases.get(id)!;
  const folder = () => kept.get(id)!;
  const expected = () => seenInRelease(release());

  test("hide something, and show something", () => {
    expect(expected().size).toBeGreaterThan(20);
    const states = release().crossings.flatMap(({ cells }) => cells.flat().map(({ state }) => state));
    expect(states.filter((state) => state === "protected").length).toBeGreaterThan(5);
  });

  test("find the same cells in the workbook", async () => {
    expect(differences(await seenInWorkbook(release()), expected())).toEqual([]);
  });

  test("find the same cells exploring, in trends, and two beside each other only of these", async () => {
    const { cells, trend, two } = await seenByExploring(folder().data, release());
    expect(differences(cells, expected())).toEqual([]);
    expect(differences(trend, expected())).toEqual([]);
    expect(two.size).toBeGreaterThan(0);
    expect([...two].filter((cell) => !expected().has(cell))).toEqual([]);
  });

  test("are answered of the same cells by the command", async () => {
    expect(differences(await seenInAnswers(folder().results, release()), expected())).toEqual([]);
  });

  test("control: one cell that the server shows and the workbook hides is found", async () => {
    const file = cellsFileIn(folder().folder, id, 0);
    const honest = readFileSync(file, "utf8");
    writeFileSync(file, honest.replace('{"state":"protected"}', '{"state":"published","value":0.5}'));
    const { cells } = await seenByExploring(folder().data, release());
    writeFileSync(file, honest);
    expect(differences(cells, expected())).toHaveLength(1);
  });
});

test("S04: the open data show the cells of the public release and no others", () => {
  const release = releases.get("public")!;
  expect(differences(seenInOpenData(release), seenInRelease(release))).toEqual([]);
});
