/** AES-256-GCM under a key of this device: 12 bytes of iv, ciphertext with its tag. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ciphertext: ArrayBuffer;
}

/**
 * Seals any JSON value.
 *
 * @param about  what it is, such as "draft <id>": a sealed value put in another's place does not open
 */
export async function sealUnder(key: CryptoKey, value: unknown, about: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const ciphertext = await crypto.subtle.encrypt(gcm(iv, about), key, plain);
  return { iv, ciphertext };
}

/** @returns the value, or undefined when it cannot be opened with this key as what it is said to be */
export async function openUnder(key: CryptoKey, { iv, ciphertext }: Sealed, about: string): Promise<unknown> {
  try {
    const plain = await crypto.subtle.decrypt(gcm(iv, about), key, ciphertext);
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return undefined;
  }
}

function gcm(iv: Uint8Array<ArrayBuffer>, about: string): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(about) };
}
