import { createHash, randomBytes } from "node:crypto";

/** A secret that travels in a link or a cookie; only its SHA-256 is ever kept. */
export interface Token {
  readonly secret: string;
  readonly hash: string;
}

/** 256 random bits as base64url. */
export function newToken(): Token {
  const secret = randomBytes(32).toString("base64url");
  return { secret, hash: tokenHash(secret) };
}

export function tokenHash(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
