import { type Design, DesignError, type DesignInput, makeDesign } from "@tiltas/analysis/design";
import type { Microdata } from "@tiltas/cli/microdata";
import { readCsv } from "@tiltas/formats/tables";
import type { CaseDesign } from "./case-file.ts";

/** The linearised sample of a case: its stages, weights, sizes and the way units were drawn. */
export function linearisedSample(
  design: CaseDesign,
  data: Microdata,
  read: (file: string) => string,
): Design {
  const text = designText(design);
  const codes = (name: string) => codesOf(name, data, text);
  const probabilities = /\bprobs = ~(\w+)/.exec(text)?.[1];
  const fpc = design.fpc.map((name) => data.numbers(name));
  const unequal = unequalProbabilities(design.pps, read);
  return makeDesign({
    ...(design.weights
      ? { weights: data.numbers(design.weights) }
      : probabilities
        ? { weights: data.numbers(probabilities).map((p) => 1 / p) }
        : fpc.length === 0
          ? { weights: new Float64Array(data.rows).fill(1) }
          : {}),
    strata: design.strata.map(codes),
    clusters: design.ids.filter((id) => id !== "1").map(codes),
    fpc,
    nest: design.nest ?? false,
    singlePsu: design.single_unit ?? "fail",
    adjustDomainLonely: design.adjust_domain_lonely ?? false,
    ...(unequal ? { unequalProbabilities: unequal } : {}),
  });
}

function designText(design: CaseDesign): string {
  return "r_design" in design && typeof design.r_design === "string" ? design.r_design : "";
}

/** A column of codes, or columns crossed where the design makes a new one of them (`x = interaction(a, b)`). */
function codesOf(name: string, data: Microdata, text: string): string[] {
  if (data.has(name)) return data.texts(name);
  const crossed = new RegExp(`\\b${name} = (?:interaction|paste)\\(([^)]*)\\)`).exec(text)?.[1];
  if (crossed === undefined) return data.texts(name);
  const columns = crossed
    .split(",")
    .map((column) => column.trim())
    .filter((column) => data.has(column))
    .map((column) => data.texts(column));
  return Array.from({ length: data.rows }, (_, row) => columns.map((column) => column[row]).join("."));
}

/** How a case says that units had unequal probabilities: in words, with a number or a file. */
function unequalProbabilities(
  words: unknown,
  read: (file: string) => string,
): DesignInput["unequalProbabilities"] {
  if (typeof words !== "string" || /with replacement/i.test(words)) return undefined;
  if (/brewer/i.test(words)) return { method: "brewer" };
  const said = /=\s*([\d.eE+-]+)/.exec(words)?.[1];
  if (/hartley/i.test(words))
    return { method: "hartley-rao", ...(said === undefined ? {} : { meanSquare: Number(said) }) };
  const file = /\S+\.csv/.exec(words)?.[0];
  if (file === undefined) throw new DesignError(`"${words}" names no way of drawing units that we know.`);
  const { header, rows } = readCsv(read(file));
  const joint = rows.map((row) => Float64Array.from(header, (name) => Number(row[name])));
  return { method: /yates|sen/i.test(words) ? "yates-grundy" : "horvitz-thompson", joint };
}
