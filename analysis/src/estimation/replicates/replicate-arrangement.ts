import { type Design, type ReplicateDesign, replicateDegreesOfFreedom } from "../../design/index.ts";
import { type Domains, rowsInDomain } from "../domains.ts";
import type { EstimationOptions } from "../options.ts";
import { type Arrangement, arrange } from "../units/arrangement.ts";
import { pathsOf } from "../units/unit-tree.ts";

/** The rows of a replicate design sorted into cells of unit and domain, once for all variables. */
export interface ReplicateArrangement extends Arrangement {
  readonly sample: ReplicateDesign;
  /** Unit of each cell, as the factors of the replicates count them; all 0 where replicates are held by row. */
  readonly unitOfCell: Int32Array;
}

/** Sorts the rows of a replicate design for estimation by domain; without domains everyone is in domain 0. */
export function arrangeReplicates(
  sample: ReplicateDesign,
  domains?: Domains,
  options: EstimationOptions = {},
): ReplicateArrangement {
  const units = unitsOf(sample);
  const arrangement = arrange(units, domains);
  const { order } = pathsOf(units);
  const { degreesOfFreedom } = sample;
  return {
    ...arrangement,
    sample,
    unitOfCell: arrangement.placeOfCell.map((place) => order[place]!),
    degreesOfFreedom,
    domainDegreesOfFreedom: arrangement.domainDegreesOfFreedom.map((_, domain) =>
      options.degreesOfFreedom === "domain"
        ? replicateDegreesOfFreedom(sample, rowsInDomain(arrangement.domains, domain))
        : degreesOfFreedom,
    ),
  };
}

/** The units of the replicates as one stage without strata: what sorting into cells needs. */
function unitsOf({ rows, weights, replicates }: ReplicateDesign): Design {
  const [units, unitCount] =
    replicates.by === "unit" ? [replicates.units, replicates.unitCount] : [new Int32Array(rows), 1];
  return {
    kind: "linearised",
    rows,
    weights,
    stages: [
      {
        units,
        unitCount,
        strata: new Int32Array(rows),
        stratumCount: 1,
        sampled: Int32Array.of(unitCount),
        fpc: Float64Array.of(1),
      },
    ],
    singlePsu: "certainty",
    adjustDomainLonely: false,
    adjustments: [],
  };
}
