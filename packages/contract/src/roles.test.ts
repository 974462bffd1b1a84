import { describe, expect, test } from "vitest";
import { may, Role, type Verb } from "./roles.ts";

const verbs: readonly Verb[] = [
  "people.read",
  "people.invite",
  "people.disable",
  "wave.read",
  "report.read",
  "report.compute",
  "respondents.invite",
  "device.manage",
  "response.review",
  "response.set-aside",
  "response.rescue",
];

describe("who may do what", () => {
  // Written out a second time on purpose: a right that appears or vanishes must be noticed here.
  test.each([
    ["administrator", "people.read people.invite people.disable wave.read device.manage response.rescue"],
    [
      "researcher",
      "wave.read report.read respondents.invite device.manage response.review response.set-aside response.rescue",
    ],
    ["translator", ""],
    ["interviewer", ""],
    ["coordinator", "wave.read respondents.invite device.manage response.rescue"],
    ["analyst", "wave.read report.read report.compute"],
    ["data-protection-officer", "people.read wave.read"],
  ] as const)("%s: %s", (role, rights) => {
    const granted = verbs.filter((verb) => may(role, verb));
    expect(granted.sort()).toEqual(rights.split(" ").filter(Boolean).sort());
  });

  test("whoever computes a report may read it, and whoever manages people may see them", () => {
    for (const role of Role.options) {
      if (may(role, "report.compute")) expect(may(role, "report.read")).toBe(true);
      if (may(role, "people.invite")) expect(may(role, "people.read")).toBe(true);
    }
  });

  test("administering accounts does not open the answers' figures", () => {
    expect(may("administrator", "report.read")).toBe(false);
    expect(may("coordinator", "report.read")).toBe(false);
  });
});
