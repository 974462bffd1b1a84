import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CaseFolder } from "./case-folder.ts";
import { judge } from "./judge.ts";

const folder = new CaseFolder(join(import.meta.dirname, "kaplan-meier"));

describe("survival curves agree with R's svykm to 1e-9", () => {
  test.each(folder.cases().map((one) => [one.id, one] as const))("%s", async (_id, one) => {
    const { outcome, differences, reason } = await judge(one, folder);
    expect({ outcome, differences, reason }).toEqual({
      outcome: "passed",
      differences: [],
      reason: undefined,
    });
  });
});
