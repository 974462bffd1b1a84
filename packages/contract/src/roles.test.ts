import { describe, expect, test } from "vitest";
import { may, permissions, Role, type Verb } from "./roles.ts";

const verbs: readonly Verb[] = [
  "people.read",
  "people.invite",
  "people.disable",
  "wave.read",
  "report.read",
  "report.compute",
];

describe("who may do what", () => {
  test.each(Role.options.flatMap((role) => verbs.map((verb) => [role, verb] as const)))(
    "%s · %s",
    (role, verb) => {
      expect(may(role, verb)).toBe(permissions[role].includes(verb));
    },
  );

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
