import { hash } from "node:crypto";
import type { ResponseHead } from "../dataset.ts";

/** Bytes by kept row: sixteen for whose it is, sixteen for what exactly was read. */
export const keyBytes = 32;
const half = keyBytes / 2;
const revisionBytes = 2;

export function keyOf({
  responseId,
  revision,
  hash: content,
}: Pick<ResponseHead, "responseId" | "revision" | "hash">): Buffer {
  const key = Buffer.alloc(keyBytes);
  ownerKey(responseId).copy(key);
  const isHex = key.write(content, half, half - revisionBytes, "hex") === half - revisionBytes;
  if (!isHex) digest(content).copy(key, half);
  key.writeUInt16BE(revision & 0xffff, keyBytes - revisionBytes);
  return key;
}

/** The half of a key that says whose row it is. */
export function ownerKey(responseId: string): Buffer {
  return digest(responseId);
}

const digest = (text: string) => hash("sha256", text, "buffer").subarray(0, half);

/** A number by which a key is looked up; two keys may share it, so that what is found is compared. */
export function lookupNumber(key: Buffer): number {
  return key.readUIntBE(half - 3, 6);
}

/** The keys of the rows of one table, in their order; a wiped row has none. */
export class Keys {
  #bytes: Buffer;
  #rows: number;
  readonly #slotOf = new Map<number, number>();
  wiped = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#rows = bytes.length / keyBytes;
    for (let slot = 0; slot < this.#rows; slot++) {
      const key = this.at(slot);
      if (isNone(key)) this.wiped++;
      else this.#slotOf.set(lookupNumber(key), slot);
    }
  }

  get rows(): number {
    return this.#rows;
  }

  at(slot: number): Buffer {
    return this.#bytes.subarray(slot * keyBytes, (slot + 1) * keyBytes);
  }

  isWiped(slot: number): boolean {
    return isNone(this.at(slot));
  }

  /** The row of exactly this response as it stands; undefined where it is not kept. */
  find(key: Buffer): number | undefined {
    const slot = this.#slotOf.get(lookupNumber(key));
    return slot !== undefined && this.at(slot).equals(key) ? slot : undefined;
  }

  /** Rows of one response, whatever revision. */
  slotsOfOwner(responseId: string): number[] {
    const owner = ownerKey(responseId);
    const slots = [];
    for (let slot = 0; slot < this.#rows; slot++)
      if (this.at(slot).subarray(0, half).equals(owner)) slots.push(slot);
    return slots;
  }

  add(key: Buffer): void {
    if (this.#rows * keyBytes === this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(Math.max(64 * keyBytes, this.#bytes.length))]);
    key.copy(this.#bytes, this.#rows * keyBytes);
    this.#slotOf.set(lookupNumber(key), this.#rows);
    this.#rows++;
  }

  wipe(slot: number): void {
    this.#slotOf.delete(lookupNumber(this.at(slot)));
    this.at(slot).fill(0);
    this.wiped++;
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#rows * keyBytes);
  }
}

const isNone = (key: Buffer) => key.every((byte) => byte === 0);
