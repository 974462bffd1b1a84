import type { NotEstimableReason } from "../psychometrics/index.ts";
import type { Share } from "../quality/index.ts";

/** Why there is no number. "too-few": fewer than `needs`; "no-file": nobody gave what it is made from. */
export type NoFigureReason =
  | NotEstimableReason
  | "too-few"
  | "no-file"
  | "not-applicable"
  | "constant"
  | "no-answers";

/** A number with the people behind it, and where it has one its 95 % interval. */
export interface Known {
  readonly known: true;
  readonly value: number;
  readonly n: number;
  readonly low?: number;
  readonly high?: number;
}

export interface Unknown {
  readonly known: false;
  readonly reason: NoFigureReason;
  readonly n: number;
  /** How many it takes. */
  readonly needs?: number;
}

export type Figure = Known | Unknown;

export function known(value: number, n: number, low?: number, high?: number): Known {
  return { known: true, value, n, ...(low === undefined || high === undefined ? {} : { low, high }) };
}

export function unknown(reason: NoFigureReason, n = 0, needs?: number): Unknown {
  return { known: false, reason, n, ...(needs === undefined ? {} : { needs }) };
}

/** A share, if enough people stand behind it. */
export function shareFigure(share: Share | null, needs: number): Figure {
  if (share === null || share.n < needs) return unknown("too-few", share?.n ?? 0, needs);
  return known(share.value, share.n, share.low, share.high);
}
