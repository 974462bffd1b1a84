import { bareCode, codeAlphabet, grouped } from "@tiltas/contract/codes";

const length = 16;

/** A code of 80 random bits, made on the device that lets go of the answers. @param bytes at least 16 random bytes */
export function codeFrom(bytes: Uint8Array): string {
  return [...bytes.slice(0, length)].map((byte) => codeAlphabet.charAt(byte % codeAlphabet.length)).join("");
}

/** As it is shown: K7QX-3MPA-ZT5D-H2VE. */
export const shown = (code: string) => grouped(code, 4);

/** The bare code in what a person wrote; undefined where it cannot be one. */
export function codeIn(written: string): string | undefined {
  const bare = bareCode(written);
  return bare.length === length && [...bare].every((sign) => codeAlphabet.includes(sign)) ? bare : undefined;
}
