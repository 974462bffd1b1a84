import type { Role } from "@tiltas/contract/roles";

/** Roles whose holder sees one municipality only; the others see the whole country. */
const localRoles: readonly Role[] = ["coordinator", "interviewer"];

export function isLocal(role: Role): boolean {
  return localRoles.includes(role);
}
