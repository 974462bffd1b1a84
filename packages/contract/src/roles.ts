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
  | "report.read"
  | "report.compute"
  | "respondents.invite"
  | "device.manage"
  | "response.review"
  | "response.set-aside"
  | "response.rescue"
  | "care.read";

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
    "report.read",
    "respondents.invite",
    "device.manage",
    "response.review",
    "response.set-aside",
    "response.rescue",
  ],
  translator: [],
  interviewer: [],
  coordinator: ["wave.read", "respondents.invite", "device.manage", "response.rescue"],
  analyst: ["wave.read", "report.read", "report.compute"],
  "data-protection-officer": ["people.read", "wave.read", "care.read"],
};

export function may(role: Role, verb: Verb): boolean {
  return permissions[role].includes(verb);
}
