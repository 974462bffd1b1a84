import { channelOf } from "@tiltas/contract/channels";
import {
  type CodeCounts,
  type CodeOrder,
  type CodeState,
  grouped,
  type IssuedCodes,
} from "@tiltas/contract/codes";
import { Refusal } from "@tiltas/contract/problems";
import type { PersonRecord, Store } from "@tiltas/store/port";
import type { z } from "zod";
import { worksIn } from "../access/scope.ts";
import type { Waves } from "../fieldwork/waves.ts";
import type { KeyedHash } from "./keyed-hash.ts";
import { newCode } from "./new-codes.ts";
import { refusePlace } from "./places.ts";
import type { Source, WrongTries } from "./wrong-tries.ts";

export interface CodesNeeds {
  readonly store: Pick<Store, "issueCodes" | "findCode" | "countCodes">;
  readonly waves: Pick<Waves, "existing">;
  readonly hash: KeyedHash;
  readonly tries: WrongTries;
  readonly places: ReadonlySet<string>;
  readonly origin: () => string;
  readonly clock: () => Date;
}

export interface Codes {
  /** New codes with their links: shown this once, kept as HMAC. */
  issue(person: PersonRecord, wave: string, order: z.infer<typeof CodeOrder>): Promise<IssuedCodes>;
  counts(person: PersonRecord, wave: string): Promise<CodeCounts[]>;
  /** Whether a personal code is worth something for the wave. @throws code-unknown, too-many-attempts */
  check(asked: { wave: string; code: string }, source: Source): Promise<CodeState>;
}

export function createCodes(needs: CodesNeeds): Codes {
  const { store, waves, hash, tries, places, origin, clock } = needs;
  return {
    async issue(person, wave, { count, channel }) {
      await waves.existing(wave);
      refusePlace(person, placeOf(channel), places);
      const codes = Array.from({ length: count }, newCode);
      const issuedOn = clock().toISOString().slice(0, 10);
      await store.issueCodes({ wave, channel, issuedOn, codes: codes.map((code) => hash("code", code)) });
      return { codes: codes.map((code) => ({ code, link: linkOf(origin(), wave, channel, code) })) };
    },
    async counts(person, wave) {
      await waves.existing(wave);
      return (await store.countCodes(wave))
        .filter(({ channel }) => worksIn(person, placeOf(channel)))
        .map(({ spent, ...row }) => ({ ...row, spent: bandOfTen(spent) }));
    },
    async check({ wave, code }, source) {
      const wasRight = tries.begin(source);
      const found = await store.findCode(hash("code", code));
      if (found?.wave !== wave) throw unknownCode();
      wasRight();
      return { state: found.spent ? "spent" : "fresh" };
    },
  };
}

/** Codes without a channel, or with one that names no place, are the whole country's. */
const placeOf = (channel: string | null) => (channel === null ? null : (channelOf(channel)?.place ?? null));

/** The code stands behind #, so that it never reaches a server's or a proxy's log. */
function linkOf(origin: string, wave: string, channel: string | null, code: string): string {
  const language = channel === null ? null : channelOf(channel)?.language;
  const query = new URLSearchParams({
    ...(language ? { lang: language } : {}),
    ...(channel === null ? {} : { channel }),
  }).toString();
  const asked = query === "" ? "" : `?${query}`;
  return `${origin}/w/${encodeURIComponent(wave)}${asked}#code=${grouped(code, 5)}`;
}

/** Counts leave the server only as bands of ten. */
function bandOfTen(count: number): { from: number; to: number } {
  const from = Math.floor(count / 10) * 10;
  return { from, to: from + 9 };
}

export const unknownCode = () =>
  new Refusal("code-unknown", "This code is not known here. Check each character and try again.");
