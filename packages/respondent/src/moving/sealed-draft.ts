import type { SealedDraft } from "@tiltas/contract/resumes";
import type { Draft } from "../device/index.ts";
import { readDraft } from "../device/index.ts";
import { fromBase64Url, toBase64Url } from "../outbox/index.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Where the server keeps what a code opens: it learns this name and never the code. @returns 32 hexadecimal digits */
export async function nameOf(code: string): Promise<string> {
  const material = await materialOf(code);
  const bits = await crypto.subtle.deriveBits(derivation("tiltas resume id"), material, 128);
  return [...new Uint8Array(bits)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Seals a draft under the key that only the code gives. What belongs to this device alone stays behind. */
export async function sealedUnder(code: string, draft: Draft): Promise<SealedDraft> {
  const { case: _ofThisTablet, ...moved } = draft;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyOf(code);
  const text = utf8(JSON.stringify(moved));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, text);
  return { wave: draft.wave, iv: toBase64Url(iv), ciphertext: toBase64Url(new Uint8Array(sealed)) };
}

/** The draft, or undefined where the code does not open it or what is inside is no draft. */
export async function openedWith(code: string, { iv, ciphertext }: SealedDraft): Promise<Draft | undefined> {
  try {
    const key = await keyOf(code);
    const opened = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: fromBase64Url(iv) },
      key,
      fromBase64Url(ciphertext),
    );
    return readDraft(JSON.parse(new TextDecoder().decode(opened)));
  } catch {
    return undefined;
  }
}

async function keyOf(code: string): Promise<CryptoKey> {
  const material = await materialOf(code);
  const kind = { name: "AES-GCM", length: 256 };
  return crypto.subtle.deriveKey(derivation("tiltas resume key"), material, kind, false, [
    "encrypt",
    "decrypt",
  ]);
}

function materialOf(code: string): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", utf8(code), "HKDF", false, ["deriveKey", "deriveBits"]);
}

/** 80 random bits need no slow derivation. */
function derivation(info: string): HkdfParams {
  return { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: utf8(info) };
}
