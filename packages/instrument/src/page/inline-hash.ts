import { sha256 } from "@noble/hashes/sha2.js";

/** The source expression that allows one inline script or style in a content security policy. */
export function inlineHash(text: string): string {
  const bytes = sha256(new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...bytes))}'`;
}
