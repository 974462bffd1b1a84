import { hash, verify } from "@node-rs/argon2";
import { Refusal } from "@tiltas/contract/problems";
import { commonPasswords } from "./common-passwords.ts";

/** argon2id; memory in KiB, passes, lanes (OWASP password storage, second option). */
export const passwordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export type PasswordCost = Readonly<Record<keyof typeof passwordCost, number>>;

/** At most so many hashes at once (19 MiB each), and so many waiting; the next one is refused. */
const atOnce = 2;
const waitingAtMost = 8;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes the same time whether or not there is a hash to compare with. */
  matches(password: string, kept: string | null): Promise<boolean>;
}

export async function createPasswords(cost: PasswordCost = passwordCost): Promise<Passwords> {
  const turn = createTurns();
  const nobodys = await hash("a password that belongs to nobody", cost);
  return {
    hash: (password) => turn(() => hash(password, cost)),
    async matches(password, kept) {
      const right = await turn(() => verify(kept ?? nobodys, password));
      return right && kept !== null;
    },
  };
}

function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= waitingAtMost)
        throw new Refusal(
          "too-many-attempts",
          "Too many people are signing in at this moment. Try again in half a minute.",
        );
      await new Promise<void>((resume) => waiting.push(resume));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

/** Length counts; composition does not. Length in code points, at least 12 (the contract refuses more than 256). */
export function refuseWeakPassword(password: string, email: string): void {
  const plain = password.normalize("NFKC").toLowerCase();
  const [local = ""] = email.split("@");
  if ([...password].length < 12)
    throw new Refusal(
      "password-weak",
      "The password must have at least 12 characters. Several words in a row are easy to remember.",
    );
  if (plain.includes(email) || (local.length >= 4 && plain.replaceAll(local, "").length < 8)) {
    throw new Refusal(
      "password-weak",
      "The password must not be made of the e-mail address. Choose another.",
    );
  }
  if (commonPasswords.has(plain) || new Set(plain).size < 4) {
    throw new Refusal(
      "password-weak",
      "This password is among the first that an attacker tries. Choose another, such as four words that do not belong together.",
    );
  }
}
