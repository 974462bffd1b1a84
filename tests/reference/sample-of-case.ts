import {
  type Design,
  givenReplicates,
  makeDesign,
  type ReplicateDesign,
  type ReplicateMethod,
  type UnequalProbabilities,
} from "@tiltas/analysis/design";
import type { Microdata } from "@tiltas/cli/microdata";
import { readCsv } from "@tiltas/formats/tables";
import type { CaseDesign } from "./case-file.ts";
import { codesOfCase } from "./codes-of-case.ts";

type Read = (file: string) => string;

/** The sample of a case as our engine holds it. */
export function sampleOf(design: CaseDesign, data: Microdata, read: Read): Design | ReplicateDesign {
  return design.type === "replicate"
    ? replicateSample(design, data, read)
    : linearisedSample(design, data, read);
}

function linearisedSample(design: CaseDesign, data: Microdata, read: Read): Design {
  const weights = weightsOf(design, data);
  const unequal = unequalProbabilities(design, read);
  return makeDesign({
    ...(weights ? { weights } : {}),
    strata: design.strata.map((column) => codesOfCase(column, data, design.r_design)),
    clusters: design.ids
      .filter((id) => id !== "1")
      .map((column) => codesOfCase(column, data, design.r_design)),
    fpc: design.fpc.map((column) => data.numbers(column)),
    nest: design.nest ?? false,
    singlePsu: design.single_unit ?? "fail",
    adjustDomainLonely: design.adjust_domain_lonely ?? false,
    ...(unequal ? { unequalProbabilities: unequal } : {}),
  });
}

/** A column of weights; one over a column of probabilities, which only the text for R names; ones; or none, from sizes. */
function weightsOf({ weights, fpc, r_design }: CaseDesign, data: Microdata): Float64Array | undefined {
  if (weights) return data.numbers(weights);
  const probabilities = /probs\s*=\s*~\s*([\w.]+)/.exec(r_design ?? "")?.[1];
  if (probabilities) return data.numbers(probabilities).map((each) => 1 / each);
  return fpc.length > 0 ? undefined : new Float64Array(data.rows).fill(1);
}

function unequalProbabilities({ pps }: CaseDesign, read: Read): UnequalProbabilities | undefined {
  if (typeof pps !== "string" || /with replacement/i.test(pps)) return undefined;
  if (/brewer/i.test(pps)) return { method: "brewer" };
  if (/hartley/i.test(pps)) {
    const number = /=\s*([-+.\deE]+)\s*$/.exec(pps)?.[1];
    return { method: "hartley-rao", ...(number ? { meanSquare: Number(number) } : {}) };
  }
  const file = /\S+\.csv/.exec(pps)?.[0];
  if (file === undefined) throw new Error(`The selection "${pps}" is not known.`);
  const method = /yates/i.test(pps) ? "yates-grundy" : "horvitz-thompson";
  return { method, joint: columnsOf(read(file)) };
}

function replicateSample(design: CaseDesign, data: Microdata, read: Read): ReplicateDesign {
  const { scale, rscales, rho, replicate_type } = design;
  const factors = [rscales ?? []].flat().filter((each) => each !== null);
  return givenReplicates({
    weights: design.weights ? data.numbers(design.weights) : new Float64Array(data.rows).fill(1),
    replicates: columnsOf(read(design.replicate_weights_file ?? "")),
    combined: design.combined_weights ?? true,
    method: (replicate_type ?? "other") as ReplicateMethod,
    ...(typeof scale === "number" ? { scale } : {}),
    ...(factors.length > 1 ? { rscales: factors } : factors[0] === undefined ? {} : { rscales: factors[0] }),
    ...(typeof rho === "number" ? { rho } : {}),
    mse: design.mse ?? false,
  });
}

function columnsOf(csv: string): Float64Array[] {
  const { header, rows } = readCsv(csv);
  return header.map((name) => Float64Array.from(rows, (row) => Number(row[name])));
}
