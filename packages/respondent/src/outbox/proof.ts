import { sha256 } from "@tiltas/instrument/digest";

const sliceMilliseconds = 12;

/**
 * Finds a nonce so that SHA-256("<challenge>.<nonce>") begins with `bits` zero bits. Works in short slices, so that the
 * page stays awake; 16 bits take some 65,000 tries, less than a second on an old phone.
 *
 * @returns "<challenge>.<nonce>", as the server wants it back
 */
export async function solvedProof({ challenge, bits }: ProofWanted): Promise<string> {
  for (let nonce = 0; ; ) {
    const until = performance.now() + sliceMilliseconds;
    while (performance.now() < until) {
      const proof = `${challenge}.${nonce++}`;
      if (leadingZeroBits(sha256(proof)) >= bits) return proof;
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}

export interface ProofWanted {
  readonly challenge: string;
  readonly bits: number;
}

/** Of a digest in hexadecimal; counts as far as 32. */
export function leadingZeroBits(digest: string): number {
  return Math.clz32(Number.parseInt(digest.slice(0, 8), 16));
}
