import { createHash, createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import { Refusal } from "@tiltas/contract/problems";
import type { Receipt, ResponseUpload } from "@tiltas/contract/responses";

const minute = 60_000;
/** Minutes for which a challenge may be answered. */
const answerable = 10;
/** Zero bits asked at the threshold; two more each time the rate doubles, as far as an old phone can bear. */
const bits = { first: 14, most: 20 } as const;
/** Bytes of a body that count as one response; a longer body counts as one for each so many begun. One of the core form has 1 to 4 KB. */
const bytesOfOne = 8 * 1024;
/** Waves counted at once; strangers may name any. */
const mostWaves = 1_000;

/** New responses a minute that one wave takes without asking for work; a hall full of people sends fewer. */
export const freePerMinute = 120;

type Named = Pick<ResponseUpload, "responseId" | "revision" | "wave">;

/** Under bursts every further response costs its sender some computing. Nothing is known or kept of who sends. */
export interface Bursts {
  /**
   * Lets a response in that comes from no paired tablet. Only what was new counts, long ones more than once.
   *
   * @param sent "<challenge>.<nonce>", if one came with it, and the bytes of the body
   * @throws Refusal "proof-needed" with a challenge
   */
  admit(response: Named, sent: Sent, receive: () => Promise<Receipt>): Promise<Receipt>;
}

interface Sent {
  readonly proof: string | undefined;
  readonly bytes: number;
}

export function createBursts(needs: { key: Uint8Array; clock: () => Date; free?: number }): Bursts {
  const { clock, free = freePerMinute } = needs;
  const secret = createSecretKey(needs.key);
  const counts = new Map<string, Count>();
  const macOf = ({ responseId, revision }: Named, at: number, asked: number) =>
    createHmac("sha256", secret)
      .update(`proof ${responseId} ${revision} ${at} ${asked}`)
      .digest("base64url")
      .slice(0, 22);
  const holds = (response: Named, proof: string, now: number) => {
    const [, challenge, at = "", asked = "", mac = ""] =
      /^((\d+)\.(\d+)\.([\w-]{22}))\.[\w-]{1,32}$/.exec(proof) ?? [];
    if (challenge === undefined || Number(at) > now || Number(at) < now - answerable) return false;
    const ours = Buffer.from(macOf(response, Number(at), Number(asked)));
    return timingSafeEqual(ours, Buffer.from(mac)) && zeroBits(proof) >= Number(asked);
  };
  return {
    async admit(response, { proof, bytes }, receive) {
      const time = clock().getTime();
      const now = Math.floor(time / minute);
      const count = countOf(counts, response.wave, now);
      const rate = count.now + count.before * (1 - (time % minute) / minute);
      const weight = Math.max(1, Math.ceil(bytes / bytesOfOne));
      const asked = bitsAt(rate / free, weight);
      if (asked > 0 && !(proof !== undefined && holds(response, proof, now))) {
        const challenge = `${now}.${asked}.${macOf(response, now, asked)}`;
        throw new Refusal("proof-needed", needed, { proof: { challenge, bits: asked } });
      }
      // Counted before it is stored, so that many at once count too.
      count.now += weight;
      const receipt = await receive().catch((error) => {
        count.now -= weight;
        // A wave that takes nothing, such as one that does not exist, must not push another one's count out.
        if (count.now + count.before === 0) counts.delete(response.wave);
        throw error;
      });
      if (receipt.outcome === "already-stored") count.now -= weight;
      return receipt;
    },
  };
}

interface Count {
  minute: number;
  now: number;
  before: number;
}

function countOf(counts: Map<string, Count>, wave: string, now: number): Count {
  const known = counts.get(wave);
  if (known?.minute === now) return known;
  const count = { minute: now, now: 0, before: known?.minute === now - 1 ? known.now : 0 };
  counts.delete(wave);
  counts.set(wave, count);
  const [oldest] = counts.keys();
  if (counts.size > mostWaves && oldest !== undefined) counts.delete(oldest);
  return count;
}

/** Zero bits asked at so many times the threshold of a response that counts as so many; 0 below it. */
export function bitsAt(load: number, weight: number): number {
  if (!(load >= 1)) return 0;
  const ofOne = Math.min(bits.most, bits.first + 2 * Math.floor(Math.log2(load)));
  return ofOne + Math.floor(Math.log2(weight));
}

function zeroBits(proof: string): number {
  return Math.clz32(createHash("sha256").update(proof).digest().readUInt32BE());
}

const needed =
  "Unusually many responses arrive for this survey just now. The device proves by a little computing that it is no flood, and sends again; nothing is lost.";
