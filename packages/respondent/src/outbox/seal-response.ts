import type { ResponseUpload } from "@tiltas/contract/responses";
import type { SealedResponse, SealingKey } from "@tiltas/contract/sealing";
import { fromBase64Url, toBase64Url } from "./bytes.ts";

const curve = { name: "ECDH", namedCurve: "P-256" } as const;

/**
 * Seals a finished response to the public key of its study, as contract/sealing.ts lays down. The other half of the key
 * made for it is dropped at once, so that this device cannot open it either.
 */
export async function sealResponse(upload: ResponseUpload, study: SealingKey): Promise<SealedResponse> {
  const { responseId, revision, hash, wave } = upload;
  const ephemeral = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const key = await sharedKey(ephemeral.privateKey, study);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = utf8(`${responseId}/${revision}/${hash}/${wave}`);
  const ciphertext = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData },
    key,
    utf8(JSON.stringify(upload)),
  );
  const point = await crypto.subtle.exportKey("raw", ephemeral.publicKey);
  return {
    ...{ responseId, revision, hash, wave },
    sealed: {
      key: study.id,
      ephemeral: toBase64Url(new Uint8Array(point)),
      iv: toBase64Url(iv),
      ciphertext: toBase64Url(new Uint8Array(ciphertext)),
    },
  };
}

/** HKDF-SHA-256 over the ECDH secret, empty salt. */
async function sharedKey(mine: CryptoKey, { id, publicKey }: SealingKey): Promise<CryptoKey> {
  const theirs = await crypto.subtle.importKey("raw", fromBase64Url(publicKey), curve, false, []);
  const secret = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, mine, 256);
  const material = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: utf8(`tiltas response ${id}`) },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt"],
  );
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
