import type { Design } from "./design.ts";
import { DesignError } from "./design-error.ts";
import { type BootstrapKind, bootstrap } from "./replicate-bootstrap.ts";
import { balancedHalves } from "./replicate-brr.ts";
import type { ReplicateDesign } from "./replicate-design.ts";
import { jackknife } from "./replicate-jackknife.ts";
import { replicateDegreesOfFreedom } from "./replicate-rank.ts";
import { sampledUnits } from "./replicate-units.ts";

/** Which replicates to make. */
export type ReplicateRequest =
  | { readonly method: "JK1" | "JKn" | "BRR"; readonly mse?: boolean }
  | { readonly method: "Fay"; readonly rho: number; readonly mse?: boolean }
  | {
      readonly method: BootstrapKind;
      readonly replicates: number;
      /** A whole number; the design and its results report it. */
      readonly seed: number;
      readonly mse?: boolean;
    };

/** Factors of units by replicate, and how their deviations are scaled. */
export interface MadeReplicates {
  readonly factors: readonly Float64Array[];
  readonly scale: number;
  readonly rscales: Float64Array;
  /** Where the method determines them; otherwise the rank of the replicates minus 1. */
  readonly degreesOfFreedom?: number;
}

/**
 * Replicates of a sample from its strata and first-stage units; finite populations count at the first stage only
 * (not in BRR and Fay), later stages as if drawn with replacement.
 *
 * @throws DesignError methods that do not fit the design, strata of one unit under "fail", weights already adjusted
 *   to margins (weigh every replicate instead), more replicates than memory holds
 * @source Rust & Rao (1996), Variance estimation for complex surveys using replication techniques, Statistical
 *   Methods in Medical Research 5
 * @agrees R survey::as.svrepdesign
 */
export function makeReplicates(design: Design, request: ReplicateRequest): ReplicateDesign {
  refuseUnsuited(design);
  const units = sampledUnits(design);
  const made = madeAs(request, units);
  const [first] = design.stages;
  const replicates = {
    by: "unit",
    units: first.units,
    unitCount: first.unitCount,
    factors: made.factors,
  } as const;
  const { weights, rows } = design;
  return {
    kind: "replicate",
    rows,
    weights,
    replicates,
    scale: made.scale,
    rscales: made.rscales,
    mse: request.mse ?? false,
    degreesOfFreedom: made.degreesOfFreedom ?? replicateDegreesOfFreedom({ weights, replicates }),
    ...("seed" in request ? { seed: request.seed } : {}),
  };
}

function madeAs(request: ReplicateRequest, units: ReturnType<typeof sampledUnits>): MadeReplicates {
  switch (request.method) {
    case "JK1":
    case "JKn":
      return jackknife(request.method, units);
    case "BRR":
      return balancedHalves(units, 0);
    case "Fay":
      return balancedHalves(units, request.rho);
    default:
      return bootstrap(request.method, units, request.replicates, request.seed);
  }
}

function refuseUnsuited({ adjustments, stages: [first], selection }: Design): void {
  if (adjustments.length > 0)
    throw new DesignError(
      "The weights were already adjusted to margins. Make the replicates of the design before that, and adjust the weights of every replicate.",
    );
  if (selection || first.probabilities)
    throw new DesignError(
      "Replicates cannot show how units were drawn with unequal probabilities without replacement. Estimate by linearisation, or leave the probabilities out.",
    );
}
