import { type Candidate, finishRelease } from "@tiltas/analysis/chain";
import type { Manifest } from "@tiltas/analysis/release";

/** What a manifest says where nobody has signed: figures for whoever computes them, not a release. */
export interface Unsigned {
  /** ISO time: when the newest answer arrived. */
  readonly asOf: string;
}

/** The manifest of computed figures: that of the release which was made again, or one that says that nobody signed. */
export function sign(candidate: Candidate, as: Manifest | Unsigned): Manifest {
  if ("format" in as) return as;
  return finishRelease(candidate, {
    number: 1,
    releasedAt: as.asOf,
    signedBy: [],
    notes: {
      lt: "Niekas nepasirašė: tai apskaičiuota iš duomenų kopijos, nepaskelbta.",
      en: "Nobody has signed: computed from an export, not released.",
    },
    corrects: null,
  });
}
