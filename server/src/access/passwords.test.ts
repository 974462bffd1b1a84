import { expect, test } from "vitest";
import { createPasswords } from "./passwords.ts";

test("passwords are kept as argon2id with 19 MiB, two passes and one lane", async () => {
  const passwords = await createPasswords();
  const kept = await passwords.hash("four words that differ");
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwords.matches("four words that differ", kept)).toBe(true);
  expect(await passwords.matches("four words that differ ", kept)).toBe(false);
});

test("where there is no password to compare with, the same work is done and nothing matches", async () => {
  const passwords = await createPasswords();
  expect(await passwords.matches("a password that belongs to nobody", null)).toBe(false);
});
