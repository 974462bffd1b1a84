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
  | "report.compute";

/** What each role may do. Every granted and every denied pair is one generated test row. */
export const permissions: Readonly<Record<Role, readonly Verb[]>> = {
  administrator: ["people.read", "people.invite", "people.disable", "wave.read"],
  researcher: ["wave.read", "report.read"],
  translator: [],
  interviewer: [],
  coordinator: ["wave.read"],
  analyst: ["wave.read", "report.read", "report.compute"],
  "data-protection-officer": ["people.read", "wave.read"],
};

export function may(role: Role, verb: Verb): boolean {
  return permissions[role].includes(verb);
}
