import { createDecipheriv, createECDH, createHash, hkdfSync } from "node:crypto";
import { ResponseUpload } from "@tiltas/contract/responses";
import { SealedResponse, type SealingKey } from "@tiltas/contract/sealing";

/** The key of a study as a server of ours would hold it, made with Node's own cryptography. */
export interface StudyKey {
  readonly public: SealingKey;
  /** What was sent, whether it came sealed or plain. Throws where the seal does not open. */
  open(message: unknown): ResponseUpload;
}

export function studyKey(): StudyKey {
  const pair = createECDH("prime256v1");
  const point = pair.generateKeys();
  const id = createHash("sha256").update(point).digest("hex").slice(0, 16);
  return {
    public: { id, publicKey: point.toString("base64url") },
    open(message) {
      const { success, data } = SealedResponse.safeParse(message);
      return ResponseUpload.parse(success ? opened(data) : message);
    },
  };

  function opened({ responseId, revision, hash, wave, sealed }: SealedResponse): unknown {
    const secret = pair.computeSecret(Buffer.from(sealed.ephemeral, "base64url"));
    const key = hkdfSync("sha256", secret, "", `tiltas response ${sealed.key}`, 32);
    const bytes = Buffer.from(sealed.ciphertext, "base64url");
    const opener = createDecipheriv("aes-256-gcm", Buffer.from(key), Buffer.from(sealed.iv, "base64url"));
    opener.setAAD(Buffer.from(`${responseId}/${revision}/${hash}/${wave}`));
    opener.setAuthTag(bytes.subarray(-16));
    return JSON.parse(
      Buffer.concat([opener.update(bytes.subarray(0, -16)), opener.final()]).toString("utf8"),
    );
  }
}
