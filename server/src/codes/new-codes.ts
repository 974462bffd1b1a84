import { randomBytes } from "node:crypto";
import { checkCharacter, codeAlphabet } from "@tiltas/contract/codes";

/** Ten random characters (50 bits) and a check character, bare: a personal code, or one that pairs a tablet. */
export function newCode(): string {
  const random = randomCharacters(10);
  return random + checkCharacter(random);
}

/** 130 random bits, for machines only. */
export const newDeviceToken = () => randomCharacters(26);

/** A byte's lowest five bits: every character is as likely as any other. */
function randomCharacters(count: number): string {
  return Array.from(randomBytes(count), (byte) => codeAlphabet.charAt(byte & 31)).join("");
}
