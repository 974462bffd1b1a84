import { createHash } from "node:crypto";
import type { Policy } from "../policies.ts";
import type { CellSystem } from "./cell-system.ts";
import type { Mask, Member, ProtectedUniverse } from "./protect-universe.ts";

/** Keeps which cells are hidden, by the digest of all that decides it; never a number of people. */
export interface MaskCache {
  get(digest: string): string | undefined;
  set(digest: string, masks: string): void;
}

/** SHA-256 over every sum, number and threshold that the masks of a universe follow from. */
export function digestOfUniverse(
  members: readonly Member[],
  { sums, rests, country }: CellSystem,
  policy: Policy,
): string {
  const hash = createHash("sha256");
  hash.update(
    JSON.stringify([
      version,
      policy.protect,
      policy.precision,
      policy.interval,
      sums,
      [...rests.keys()],
      country,
    ]),
  );
  for (const { measure, numbers, standings, given } of members) {
    const { present, tooFew, respondents, weighted, trait } = numbers;
    hash.update(
      JSON.stringify([measure.id, measure.sensitive, standings, trait !== null, numbers.isProportion]),
    );
    for (const part of [present, tooFew, given, respondents.values, weighted.values, trait?.values])
      if (part) hash.update(part);
  }
  return hash.digest("hex");
}

/** Raised when the same numbers would give other masks. */
const version = 2;

/** As text: the places of hidden cells. */
export const writeMasks = ({ shared, own }: ProtectedUniverse): string =>
  JSON.stringify({ shared: written(shared), own: own.map(written) });

export function readMasks(text: string): ProtectedUniverse {
  const { shared, own } = JSON.parse(text) as { shared: Written; own: Written[] };
  return { shared: read(shared), own: own.map(read) };
}

type Written = Omit<Mask, "hidden"> & { readonly hidden: readonly number[] };

const written = (mask: Mask): Written => ({ ...mask, hidden: [...mask.hidden] });
const read = (mask: Written): Mask => ({ ...mask, hidden: Uint8Array.from(mask.hidden) });
