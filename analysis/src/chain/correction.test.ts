import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readPolicies } from "../disclosure/index.ts";
import { CorrectionError, isSameData, refuseExposingChange } from "./correction.ts";

const policies = readPolicies(
  JSON.parse(readFileSync(new URL("../../plan/policies.json", import.meta.url), "utf8")),
).values();
const standard = [...policies];

const made = (dataset: string, entered: number) => ({
  number: 3,
  digests: { dataset, exclusions: "e", margins: "m" },
  records: [{ wave: "autumn", read: entered, entered, through: entered }],
});

describe("a correction beside the release that it corrects", () => {
  const refused = (now: ReturnType<typeof made>) => () => refuseExposingChange(made("d", 240), now, standard);

  test("from the same answers may change what it likes, such as the margins", () => {
    expect(
      refused({ ...made("d", 240), digests: { dataset: "d", exclusions: "e", margins: "n" } }),
    ).not.toThrow();
  });

  test("is refused where fewer than ten people came or left, with what to do", () => {
    expect(refused(made("other", 249))).toThrow(CorrectionError);
    expect(refused(made("other", 231))).toThrow(/Beside release 3 .* at least 10 changed/);
  });

  test("is refused where as many came as left: files cannot tell how many", () => {
    expect(refused(made("other", 240))).toThrow(CorrectionError);
  });

  test("may be made from ten people on", () => {
    expect(refused(made("other", 250))).not.toThrow();
    expect(refused(made("other", 230))).not.toThrow();
  });
});

test("another wave before is a change of the plan, other answers of the same wave before are not", () => {
  const data = { dataset: "d", exclusions: "e" };
  const before = { ...data, "previous/dataset": "p", "previous/exclusions": "q" };
  expect(isSameData(data, before)).toBe(true);
  expect(isSameData(before, { ...before, "previous/dataset": "other" })).toBe(false);
});
