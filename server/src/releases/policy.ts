import type { PolicyName } from "@tiltas/contract/releases";
import type { PersonRecord } from "@tiltas/store/port";

/**
 * Whose rules a person reads by: those who work for the whole country read what the ministry's house may know, everybody
 * else, coordinators above all, what the public may.
 */
export function policyOf({ role, municipality }: Pick<PersonRecord, "role" | "municipality">): PolicyName {
  return municipality === null && role !== "coordinator" ? "ministry" : "public";
}
