import type { Manifest, ReleaseFile } from "../release/index.ts";
import type { CsvForm, CsvValue } from "./csv.ts";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A table of the package, as the description lists it. */
export interface DescribedTable {
  readonly path: string;
  readonly form: CsvForm;
  readonly about: Readonly<Record<"lt" | "en", string>>;
  readonly rows: readonly (readonly CsvValue[])[];
}

/** `datapackage.json` as the Frictionless Data Package standard, version 1, describes it. */
export function dataPackage(
  release: ReleaseFile,
  manifest: Manifest,
  tables: readonly DescribedTable[],
): string {
  const { study, wave, sampling, thresholds } = release;
  const title = (language: "lt" | "en") =>
    `${study.title[language] ?? study.id}, ${wave.title[language] ?? wave.id}`;
  const described: Json = {
    profile: "tabular-data-package",
    name: `${study.id}-${wave.id}-${manifest.number}`.toLowerCase().replace(/[^a-z0-9._-]+/g, "-"),
    title: title("en"),
    title_lt: title("lt"),
    version: String(manifest.number),
    created: manifest.releasedAt,
    synthetic: study.synthetic,
    sample: wave.sample,
    fieldwork: { opens: wave.opens, closes: wave.closes },
    sampling: {
      probability: sampling.probability,
      interval: { ...sampling.interval },
      unreached: { ...sampling.unreached },
    },
    thresholds: { ...thresholds },
    universe: { ...wave.universe },
    policy: release.policy,
    corrects: manifest.corrects,
    changed: [...manifest.changed],
    software: `Tiltas ${manifest.software}`,
    digests: { ...manifest.digests },
    resources: tables.map(resourceOf),
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}

function resourceOf({ path, form, about, rows }: DescribedTable): Json {
  const fields = (rows[0] ?? []).map((name, column) => ({
    name: String(name),
    ...typeOf(rows, column, form),
  }));
  return {
    path,
    name: path.replace(/\.csv$/, ""),
    title: about.en,
    title_lt: about.lt,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: { delimiter: form.separator, lineTerminator: "\r\n", quoteChar: '"', header: true },
    schema: { fields, missingValues: [""] },
  };
}

function typeOf(
  rows: DescribedTable["rows"],
  column: number,
  { decimal }: CsvForm,
): { type: string; decimalChar?: string } {
  const isNumber = rows.some((row, r) => r > 0 && typeof row[column] === "number");
  return isNumber ? { type: "number", decimalChar: decimal } : { type: "string" };
}
