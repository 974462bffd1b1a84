import { describe, expect, test } from "vitest";
import { may, Role, type Verb } from "./roles.ts";

const verbs: readonly Verb[] = [
  "people.read",
  "people.invite",
  "people.disable",
  "wave.read",
  "respondents.invite",
  "device.manage",
  "response.review",
  "response.set-aside",
  "response.rescue",
  "care.read",
  "margins.write",
  "weights.read",
  "plan.write",
  "release.prepare",
  "release.sign",
  "release.read",
  "explore.read",
  "microdata.export",
  "microdata.read",
];

describe("who may do what", () => {
  // Written out a second time on purpose: a right that appears or vanishes must be noticed here.
  test.each([
    [
      "administrator",
      "people.read people.invite people.disable wave.read device.manage response.rescue care.read",
    ],
    [
      "researcher",
      "wave.read respondents.invite device.manage response.review response.set-aside response.rescue margins.write weights.read plan.write release.prepare release.sign release.read explore.read",
    ],
    ["translator", ""],
    ["interviewer", ""],
    ["coordinator", "wave.read respondents.invite device.manage response.rescue release.read explore.read"],
    [
      "analyst",
      "wave.read margins.write weights.read plan.write release.prepare release.sign release.read explore.read microdata.export microdata.read",
    ],
    ["data-protection-officer", "people.read wave.read care.read release.read microdata.read"],
  ] as const)("%s: %s", (role, rights) => {
    const granted = verbs.filter((verb) => may(role, verb));
    expect(granted.sort()).toEqual(rights.split(" ").filter(Boolean).sort());
  });

  test("whoever prepares a release may read it, and whoever manages people may see them", () => {
    for (const role of Role.options) {
      if (may(role, "release.prepare")) expect(may(role, "release.read")).toBe(true);
      if (may(role, "microdata.export")) expect(may(role, "microdata.read")).toBe(true);
      if (may(role, "people.invite")) expect(may(role, "people.read")).toBe(true);
    }
  });

  test("administering accounts does not open the answers' figures", () => {
    expect(may("administrator", "release.read")).toBe(false);
    expect(may("administrator", "explore.read")).toBe(false);
  });

  test("only analysts take microdata out, and whoever has only a municipality's work neither prepares nor signs", () => {
    expect(Role.options.filter((role) => may(role, "microdata.export"))).toEqual(["analyst"]);
    for (const verb of ["release.prepare", "release.sign", "weights.read"] as const)
      expect(may("coordinator", verb)).toBe(false);
  });
});
