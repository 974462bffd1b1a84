import { createDecipheriv, createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { Refusal } from "@tiltas/contract/problems";
import type { ResponseUpload } from "@tiltas/contract/responses";
import { SealedResponse } from "@tiltas/contract/sealing";
import { readStrictJson } from "../door/strict-json.ts";
import { refuseWithoutConsent } from "./consent.ts";
import type { SealingKeys } from "./keys.ts";
import { ReadUpload } from "./read-upload.ts";

const tagBytes = 16;

/**
 * What is in a sealed response, as strictly read JSON that nobody has checked further.
 *
 * @throws Refusal "seal-unreadable" when the key is not here, the seal is broken, or another response is inside
 * @throws MalformedJson as any body
 */
export function openSealed(keys: SealingKeys, response: SealedResponse): unknown {
  const content = readStrictJson(decrypted(keys, response));
  for (const field of ["responseId", "revision", "hash", "wave"] as const)
    if (fieldOf(content, field) !== response[field]) throw unreadable(otherInside);
  return content;
}

/** Opens a sealed response and lets it pass the same checks as one that came in clear. */
export function uploadIn(keys: SealingKeys, response: SealedResponse): ResponseUpload {
  const content = openSealed(keys, response);
  refuseWithoutConsent(content);
  const { success, data } = ReadUpload.safeParse(content);
  if (success) return data;
  throw new Refusal("invalid-request", "What was sealed does not have the form of a response.");
}

/** True for a body that says it is sealed; whether it can be opened is another question. */
export function isSealed(body: unknown): body is { readonly sealed: unknown } {
  return typeof body === "object" && body !== null && Object.hasOwn(body, "sealed");
}

/** Checks the envelope, which is all that a stranger can see. */
export function sealedEnvelope(body: unknown): SealedResponse {
  const { success, data, error } = SealedResponse.safeParse(body);
  if (success) return data;
  const errors = error.issues.map(({ path, message }) => ({
    path: `/${path.map(String).join("/")}`.slice(0, 200),
    message: message.slice(0, 200),
  }));
  throw new Refusal("invalid-request", "The sealed response does not have the expected form.", { errors });
}

function decrypted(keys: SealingKeys, { sealed, ...outer }: SealedResponse): Buffer {
  const key = keys.find(sealed.key);
  if (!key) throw unreadable(unknownKey);
  try {
    const secret = key.computeSecret(Buffer.from(sealed.ephemeral, "base64url"));
    const bytes = Buffer.from(sealed.ciphertext, "base64url");
    const opener = createDecipheriv(
      "aes-256-gcm",
      derivedKey(secret, `tiltas response ${sealed.key}`),
      Buffer.from(sealed.iv, "base64url"),
      { authTagLength: tagBytes },
    );
    opener.setAAD(Buffer.from(`${outer.responseId}/${outer.revision}/${outer.hash}/${outer.wave}`));
    opener.setAuthTag(bytes.subarray(-tagBytes));
    const content = opener.update(bytes.subarray(0, -tagBytes));
    opener.final();
    return content;
  } catch {
    throw unreadable(broken);
  }
}

const emptySalt = createSecretKey(Buffer.alloc(32));

/**
 * 32 bytes of HKDF-SHA-256 with an empty salt: one block, so two HMACs. Key objects throughout, because Node takes
 * longer to find out that bytes are none than to compute with them.
 *
 * @source  RFC 5869, sections 2.2 and 2.3
 */
function derivedKey(secret: Uint8Array, info: string): KeyObject {
  const extracted = createHmac("sha256", emptySalt).update(secret).digest();
  return createSecretKey(createHmac("sha256", createSecretKey(extracted)).update(`${info}\u0001`).digest());
}

function fieldOf(content: unknown, field: string): unknown {
  return typeof content === "object" && content !== null ? Reflect.get(content, field) : undefined;
}

const unreadable = (detail: string) => new Refusal("seal-unreadable", detail);
const unknownKey =
  "This server does not hold the key to which the response was sealed. Keep the response; the research team has to put the key file back into the folder keys of the data folder and start the server again.";
const broken =
  "The seal cannot be opened: something was changed or lost on the way. Keep the response and send it again.";
const otherInside =
  "The sealed response is not the one that is named outside. Keep it and tell the research team.";
