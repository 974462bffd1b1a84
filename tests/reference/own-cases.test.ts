import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeDesign } from "@tiltas/analysis/design";
import { Microdata } from "@tiltas/cli/microdata";
import { describe, expect, test } from "vitest";
import { type CaseFile, readCaseFile } from "./case-file.ts";
import { compare } from "./compare.ts";
import { type CaseMargins, rakeCase } from "./rake-case.ts";
import { answerTo, designOf } from "./run-case.ts";

const here = import.meta.dirname;
const cases = readdirSync(join(here, "cases")).map((name) => readCaseFile(join(here, "cases", name)));
const dataOf = (one: CaseFile) => new Microdata(readFileSync(join(here, one.data), "utf8"));

describe("our own reference cases agree with R's survey package to 1e-8", () => {
  const estimation = cases.filter(({ kind }) => kind !== "rake");
  test.each(estimation.map((one) => [one.id, one] as const))("%s", (_id, one) => {
    const { differences } = compare(one, answerTo(one, dataOf(one)), { relative: 1e-8 });
    expect(differences).toEqual([]);
  });
});

describe("raked weights agree with R's survey package to 1e-6", () => {
  test.each(cases.filter(({ kind }) => kind === "rake").map((one) => [one.id, one] as const))(
    "%s",
    (_id, one) => {
      const data = dataOf(one);
      const design = designOf(one, data);
      const { weights, diagnostics } = rakeCase(design, data, one.call.options.margins as CaseMargins);
      expect(diagnostics.converged).toBe(true);
      const furthest = Math.max(
        ...(one.expected.weights ?? []).map((weight, row) => Math.abs(weights[row]! / weight - 1)),
      );
      expect(furthest).toBeLessThan(1e-6);
      expect(one.expected.weights).toHaveLength(data.rows);
      const raked = { ...design, weights: makeDesign({ weights }).weights };
      expect(
        compare(one, answerTo(one, data, raked), { relative: 1e-6, estimatesOnly: true }).differences,
      ).toEqual([]);
    },
  );
});
