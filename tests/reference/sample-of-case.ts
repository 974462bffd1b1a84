import { type Design, makeDesign, type ReplicateDesign } from "@tiltas/analysis/design";
import type { Microdata } from "@tiltas/cli/microdata";
import type { CaseDesign } from "./case-file.ts";

/** The sample of a case as our engine holds it. */
export function sampleOf(
  design: CaseDesign,
  data: Microdata,
  _read: (file: string) => string,
): Design | ReplicateDesign {
  if (design.type === "replicate") throw new Error("replicate designs are not read yet");
  return linearisedSample(design, data);
}

function linearisedSample(design: CaseDesign, data: Microdata): Design {
  const ids = design.ids.filter((id) => id !== "1");
  const [cluster, stratum, size] = [ids[0], design.strata[0], design.fpc[0]];
  return makeDesign({
    ...(design.weights
      ? { weights: data.numbers(design.weights) }
      : size === undefined
        ? { weights: new Float64Array(data.rows).fill(1) }
        : {}),
    ...(stratum === undefined ? {} : { strata: data.texts(stratum) }),
    ...(cluster === undefined ? {} : { clusters: data.texts(cluster) }),
    ...(size === undefined ? {} : { fpc: data.numbers(size) }),
    nest: design.nest ?? false,
    singlePsu: design.single_unit ?? "fail",
  });
}
