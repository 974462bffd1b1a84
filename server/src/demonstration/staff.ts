import { randomInt } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Role } from "@tiltas/contract/roles";
import type { AccessStore } from "@tiltas/store/port";
import type { Passwords } from "../access/passwords.ts";
import { isActive } from "../access/people.ts";
import { newToken } from "../access/token.ts";
import { UsageError } from "../settings/usage-error.ts";

const fileName = "demo-sign-ins.txt";

export interface DemonstrationSignIn {
  readonly role: Role;
  readonly email: string;
  readonly password: string;
}

const staff: readonly { role: Role; municipality: string | null }[] = [
  { role: "administrator", municipality: null },
  { role: "analyst", municipality: null },
  { role: "researcher", municipality: null },
  { role: "coordinator", municipality: "13" },
];

/** A folder serves demonstrations or a real study, never both: invented and real people must not meet. */
export async function refuseMixing(
  folder: string,
  demonstration: boolean,
  access: Pick<AccessStore, "countPeople">,
): Promise<void> {
  const isDemonstration = (await keptSignIns(folder)) !== undefined;
  if (!demonstration && isDemonstration) {
    throw new UsageError(
      `The data folder ${folder} holds a demonstration. Start with --demo, or choose another folder with --data.`,
    );
  }
  if (demonstration && !isDemonstration && (await access.countPeople()) > 0) {
    throw new UsageError(
      `The data folder ${folder} holds a real study. For a demonstration choose another folder with --data.`,
    );
  }
}

/** The demonstration's sign-ins: made with random passwords on the first run, kept in a file that only the server's account may read. */
export async function prepareStaff(
  needs: { access: AccessStore; passwords: Passwords; clock: () => Date; newId: () => string },
  folder: string,
): Promise<readonly DemonstrationSignIn[]> {
  const signIns =
    (await keptSignIns(folder)) ??
    (await keep(
      folder,
      staff.map(({ role }) => newSignIn(role)),
    ));
  for (const signIn of signIns) await open(needs, signIn);
  return signIns;
}

/** Accounts are opened through an invitation, as everybody's. */
async function open(
  needs: Parameters<typeof prepareStaff>[0],
  { role, email, password }: DemonstrationSignIn,
): Promise<void> {
  const { access, passwords, clock, newId } = needs;
  const known = await access.findPersonByEmail(email);
  if (known && isActive(known)) return;
  const id = known?.id ?? newId();
  const { hash } = newToken();
  const municipality = staff.find((member) => member.role === role)?.municipality ?? null;
  const expiresAt = new Date(clock().getTime() + 60_000);
  await access.invite({ tokenHash: hash, person: { id, email }, role, municipality, expiresAt });
  const passwordHash = await passwords.hash(password);
  await access.acceptInvitation({
    tokenHash: hash,
    now: clock(),
    newPersonId: id,
    email: null,
    passwordHash,
  });
}

function newSignIn(role: Role): DemonstrationSignIn {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 5 }, () => letters.charAt(randomInt(letters.length))).join("");
  return { role, email: `${role}@tiltas.example`, password: [group(), group(), group(), group()].join("-") };
}

async function keep(
  folder: string,
  signIns: readonly DemonstrationSignIn[],
): Promise<readonly DemonstrationSignIn[]> {
  const path = join(folder, fileName);
  const lines = signIns.map(({ role, email, password }) => `${role}\t${email}\t${password}\n`);
  await writeFile(`${path}.new`, lines.join(""), { mode: 0o600 });
  await rename(`${path}.new`, path);
  return signIns;
}

async function keptSignIns(folder: string): Promise<readonly DemonstrationSignIn[] | undefined> {
  const text = await readFile(join(folder, fileName), "utf8").catch(() => undefined);
  return text
    ?.trimEnd()
    .split("\n")
    .map((line) => {
      const [role, email = "", password = ""] = line.split("\t");
      return { role: Role.parse(role), email, password };
    });
}
