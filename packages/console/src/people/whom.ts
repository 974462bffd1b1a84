import type { Role } from "@tiltas/contract/roles";
import { isLocal } from "./place.ts";

/** Whom someone is about to invite, as far as it has been said. */
export interface Whom {
  readonly email: string;
  readonly role: Role | null;
  readonly municipality: string | null;
}

export interface Objections {
  readonly email?: "missing" | "wrong";
  readonly role?: true;
  readonly municipality?: true;
}

/** What is still missing before the invitation can be made; empty when nothing is. */
export function objectTo({ email, role, municipality }: Whom): Objections {
  const address = email.trim();
  const wellFormed = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address);
  return {
    ...(wellFormed ? {} : { email: address === "" ? "missing" : "wrong" }),
    ...(role === null ? { role: true } : {}),
    ...(role !== null && isLocal(role) && municipality === null ? { municipality: true } : {}),
  };
}
