import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeDesign } from "@tiltas/analysis/design";
import { Microdata } from "@tiltas/cli/microdata";
import { readCsv } from "@tiltas/formats/tables";
import { describe, expect, test } from "vitest";
import { type CaseFile, readCaseFile } from "./case-file.ts";
import { compare } from "./compare.ts";
import { type CaseMargins, rakeCase } from "./rake-case.ts";
import { referenceFolder, whyAbsent } from "./reference-folder.ts";
import { answerTo, designOf } from "./run-case.ts";

const folder = referenceFolder("statistics");

type FrequencyTable = readonly Readonly<Record<string, string | number>>[];

/** R's data frames of margins, as the shared cases hold them. */
function marginsOf(one: CaseFile): CaseMargins | undefined {
  const { margins } = one.call.options;
  if (!Array.isArray(margins) || !margins.every(Array.isArray)) return undefined;
  return Object.fromEntries(
    margins.map((table: FrequencyTable) => {
      const column = Object.keys(table[0] ?? {}).find((name) => name !== "Freq") ?? "";
      return [column, table.map((row) => ({ code: String(row[column]), count: Number(row.Freq) }))];
    }),
  );
}

const cases = folder
  ? readdirSync(join(folder, "cases"))
      .filter((name) => /^dev-rake/.test(name))
      .map((name) => readCaseFile(join(folder, "cases", name)))
      .filter((one) => marginsOf(one) !== undefined)
  : [];

describe.skipIf(folder === undefined)(`shared raking cases agree with R to 1e-6${whyAbsent(folder)}`, () => {
  test("there are some", () => expect(cases.length).toBeGreaterThanOrEqual(4));

  test.each(cases.map((one) => [one.id, one] as const))("%s", (_id, one) => {
    const data = new Microdata(readFileSync(join(folder ?? "", one.data), "utf8"));
    const design = designOf(one, data);
    const { weights } = rakeCase(design, data, marginsOf(one) ?? {});
    const file = one.expected.weights_file;
    if (file !== undefined)
      for (const [row, { weight }] of readCsv(readFileSync(join(folder ?? "", file), "utf8")).rows.entries())
        expect(Math.abs((weights[row] ?? 0) / Number(weight) - 1)).toBeLessThan(1e-6);
    const answer = answerTo(one, data, { ...design, weights: makeDesign({ weights }).weights });
    expect(compare(one, answer, { relative: 1e-6, estimatesOnly: true }).differences).toEqual([]);
    for (const [name, { no_projection: fixed }] of Object.entries(one.expected.se_by_projection ?? {}))
      expect(Math.abs((answer.rows.get(name)?.standardError ?? 0) / fixed - 1)).toBeLessThan(1e-6);
  });
});
