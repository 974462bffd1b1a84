import { createHmac, createSecretKey } from "node:crypto";

/** What is hashed; the word keeps a code of one kind from ever passing for one of another. */
export type Purpose = "code" | "pairing" | "token" | "mark";

/** HMAC-SHA-256(server's key, "<purpose> <bare secret>") as base64url: short codes cannot be found by trying, for the key is outside the database. */
export type KeyedHash = (purpose: Purpose, secret: string) => string;

export function keyedHash(key: Uint8Array): KeyedHash {
  const secretKey = createSecretKey(key);
  return (purpose, secret) =>
    createHmac("sha256", secretKey).update(`${purpose} ${secret}`).digest("base64url");
}
