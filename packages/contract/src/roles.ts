import { z } from "zod";

/** The people of the console. A role is a list of verbs, readable aloud. */
export const Role = z.enum([
  "administrator",
  "researcher",
  "translator",
  "interviewer",
  "coordinator",
  "analyst",
  "data-protection-officer",
]);
export type Role = z.infer<typeof Role>;

export type Verb =
  | "people.read"
  | "people.invite"
  | "people.disable"
  | "wave.read"
  | "respondents.invite"
  | "device.manage"
  | "response.review"
  | "response.set-aside"
  | "response.rescue"
  | "care.read"
  | "margins.write"
  /** Weights, the plan of a wave's analysis, and response quality. */
  | "weights.read"
  | "plan.write"
  | "release.prepare"
  | "release.sign"
  | "release.read"
  | "explore.read"
  | "microdata.export"
  /** The register of exports, without their files. */
  | "microdata.read";

/** What each role may do. Every granted and every denied pair is one generated test row. */
export const permissions: Readonly<Record<Role, readonly Verb[]>> = {
  administrator: [
    "people.read",
    "people.invite",
    "people.disable",
    "wave.read",
    "device.manage",
    "response.rescue",
    "care.read",
  ],
  researcher: [
    "wave.read",
    "respondents.invite",
    "device.manage",
    "response.review",
    "response.set-aside",
    "response.rescue",
    "margins.write",
    "weights.read",
    "plan.write",
    "release.prepare",
    "release.sign",
    "release.read",
    "explore.read",
  ],
  translator: [],
  interviewer: [],
  coordinator: [
    "wave.read",
    "respondents.invite",
    "device.manage",
    "response.rescue",
    "release.read",
    "explore.read",
  ],
  analyst: [
    "wave.read",
    "margins.write",
    "weights.read",
    "plan.write",
    "release.prepare",
    "release.sign",
    "release.read",
    "explore.read",
    "microdata.export",
    "microdata.read",
  ],
  "data-protection-officer": ["people.read", "wave.read", "care.read", "release.read", "microdata.read"],
};

export function may(role: Role, verb: Verb): boolean {
  return permissions[role].includes(verb);
}
