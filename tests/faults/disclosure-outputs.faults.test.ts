import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Policy, readPolicies, releaseEach } from "@tiltas/analysis/disclosure";
import type { WorkingTables } from "@tiltas/analysis/lattice";
import type { ReleaseFile } from "@tiltas/analysis/release";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../structure/source-files.ts";
import { isTelling, outputsOf, releaseFileOf, tracesOf } from "./disclosure-outputs.ts";
import { population, tablesOf } from "./disclosure-tables.ts";

const policies = readPolicies(JSON.parse(readFileSync(join(root, "analysis/plan/policies.json"), "utf8")));

interface Output {
  readonly release: ReleaseFile;
  readonly texts: Map<string, string>;
}

const working: WorkingTables = tablesOf(population(7));
const outputs = new Map<Policy["id"], Output>();

beforeAll(async () => {
  for (const released of await releaseEach(working, policies.values())) {
    const release = releaseFileOf(working, released);
    outputs.set(released.policy.id, { release, texts: await outputsOf(release) });
  }
});

/** Figures of cells that a release shows or does not, with enough digits to be recognised. */
function figures({ crossings }: ReleaseFile, shown: boolean): number[] {
  const wanted: number[] = [];
  const others = new Set<string>();
  for (const [place, { cells }] of working.crossings.entries())
    for (const [measure, row] of cells.entries())
      for (const [domain, cell] of row.entries()) {
        const value = cell?.estimate.value ?? null;
        if (value === null) continue;
        const isShown = "value" in (crossings[place]?.cells[measure]?.[domain] ?? {});
        if (isShown === shown) wanted.push(value);
        else others.add(value.toFixed(6));
      }
  return wanted.filter((value) => isTelling(value) && !others.has(value.toFixed(6)));
}

describe.each(["ministry", "public"] as const)("everything that is written of the %s release", (id) => {
  const output = () => outputs.get(id)!;

  test("S07: holds no trace of a hidden figure, whatever file, sheet, picture or property", () => {
    const hidden = figures(output().release, false);
    expect(hidden.length).toBeGreaterThan(10);
    expect(hidden.flatMap((value) => tracesOf(value, output().texts))).toEqual([]);
  });

  test("S07 control: a figure that slips into the smallest corner is found", () => {
    const [value = 0] = figures(output().release, false);
    const written = (100 * value).toFixed(4).replace(".", ",");
    const careless = new Map([...output().texts, ["docProps/app.xml", `<Title>${written}</Title>`]]);
    expect(tracesOf(value, careless)).toEqual(["docProps/app.xml"]);
  });
});

test("S04: what the ministry's release shows stands in its workbook in both languages", () => {
  const { release, texts } = outputs.get("ministry")!;
  for (const value of figures(release, true)) {
    const found = tracesOf(value, texts);
    expect(found.some((name) => name.startsWith("lt.xlsx"))).toBe(true);
    expect(found.some((name) => name.startsWith("en.xlsx"))).toBe(true);
  }
});

test("whoever lays both releases beside each other sees in the public one nothing that is protected in the other", () => {
  const [ministry, everybody] = [outputs.get("ministry")!.release, outputs.get("public")!.release];
  for (const [place, { cells }] of ministry.crossings.entries())
    for (const [measure, row] of cells.entries())
      for (const [domain, cell] of row.entries())
        if (cell.state === "protected")
          expect(everybody.crossings[place]?.cells[measure]?.[domain]?.state).toBe("protected");
});

test("public counts are multiples of five", () => {
  for (const { cells } of outputs.get("public")!.release.crossings)
    for (const cell of cells.flat()) if ("respondents" in cell) expect(cell.respondents % 5).toBe(0);
});
