import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CaseFolder } from "./case-folder.ts";
import { judge } from "./judge.ts";

const folder = new CaseFolder(import.meta.dirname);
const cases = folder.cases();

describe("our own reference cases agree with R", () => {
  test("there are sixty and more, of every kind two", () => {
    const kinds = Map.groupBy(cases, ({ kind }) => kind);
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect([...kinds].filter(([kind, list]) => kind !== "proportion" && list.length < 2)).toEqual([]);
  });

  test.each(cases.map((one) => [one.id, one] as const))("%s", async (_id, one) => {
    const { outcome, differences, reason } = await judge(one, folder);
    expect({ outcome, differences, reason }).toEqual({
      outcome: "passed",
      differences: [],
      reason: undefined,
    });
  });
});

test("a folder without cases is refused with a sentence", () => {
  expect(() => new CaseFolder(join(import.meta.dirname, "nowhere"))).toThrow("There is no folder");
  expect(() => new CaseFolder(join(import.meta.dirname, "kinds"))).toThrow("holds no cases");
});
