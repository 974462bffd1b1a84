import { createCipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";
import type { ResponseUpload } from "@tiltas/contract/responses";
import type { SealedResponse, SealingKey } from "@tiltas/contract/sealing";

/** The names under which a sealed response travels. */
type Outer = Pick<SealedResponse, "responseId" | "revision" | "hash" | "wave">;

/** Seals a response as a device does; written apart from the application, so that the two prove each other. */
export function sealResponse(upload: ResponseUpload, key: SealingKey): SealedResponse {
  return sealText(upload, JSON.stringify(upload), key);
}

/** Seals any text under any outer names, for what no device would do. */
export function sealText(
  { responseId, revision, hash, wave }: Outer,
  text: string,
  { id, publicKey }: SealingKey,
): SealedResponse {
  const pair = createECDH("prime256v1");
  const ephemeral = pair.generateKeys("base64url");
  const secret = pair.computeSecret(Buffer.from(publicKey, "base64url"));
  const iv = randomBytes(12);
  const cipher = createCipheriv(
    "aes-256-gcm",
    new Uint8Array(hkdfSync("sha256", secret, "", `tiltas response ${id}`, 32)),
    iv,
  );
  cipher.setAAD(Buffer.from(`${responseId}/${revision}/${hash}/${wave}`));
  const bytes = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  const sealed = {
    key: id,
    ephemeral,
    iv: iv.toString("base64url"),
    ciphertext: bytes.toString("base64url"),
  };
  return { responseId, revision, hash, wave, sealed };
}
