import { randomUUID } from "node:crypto";
import type { Role } from "@tiltas/contract/roles";
import { openAccessStore } from "@tiltas/store/open";
import { createPasswords } from "../../server/src/access/passwords.ts";
import { newToken } from "../../server/src/access/token.ts";
import type { SignIn } from "./sign-ins.ts";

/** Somebody who may sign in to a server on this folder, once it is started. */
export interface Account extends SignIn {
  readonly role: Role;
  readonly municipality?: string;
}

/** Opens accounts in a data folder that no server uses yet, each through an invitation as people do. */
export async function openAccounts(folder: string, accounts: readonly Account[]): Promise<void> {
  const access = await openAccessStore({ folder });
  const passwords = await createPasswords();
  for (const { email, password, role, municipality = null } of accounts) {
    const { hash: tokenHash } = newToken();
    const now = new Date();
    const expiresAt = new Date(now.getTime() + 3_600_000);
    const person = { id: randomUUID(), email };
    await access.invite({ tokenHash, person, role, municipality, expiresAt });
    const passwordHash = await passwords.hash(password);
    await access.acceptInvitation({ tokenHash, now, newPersonId: person.id, email: null, passwordHash });
  }
  await access.close();
}
