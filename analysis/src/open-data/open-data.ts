import type { Manifest, ReleaseFile } from "../release/index.ts";
import { csvText, lithuanianCsv, plainCsv } from "./csv.ts";
import { type DescribedTable, dataPackage } from "./metadata.ts";
import { readme } from "./readme.ts";
import { comparisons, domains, figures, indicators } from "./tables.ts";

/** A release that only the ministry may see cannot be given to everybody. */
export class OpenDataError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "OpenDataError";
  }
}

/**
 * The open-data package of a release, file by file: tables for programs and for Lithuanian Excel, and their description.
 *
 * @throws OpenDataError unless the release was made under the public policy
 */
export function openData(release: ReleaseFile, manifest: Manifest): Map<string, Uint8Array> {
  if (release.policy !== "public")
    throw new OpenDataError(
      `Open data are for everybody, and this release was made for the ${release.policy}. Take the one under the public policy.`,
    );
  const tables = tablesOf(release);
  const bytes = (text: string) => new TextEncoder().encode(text);
  return new Map([
    ...tables.map(({ path, form, rows }) => [path, bytes(csvText(rows, form))] as const),
    ["datapackage.json", bytes(dataPackage(release, manifest, tables))] as const,
    ["README.md", bytes(readme(release, manifest))] as const,
  ]);
}

function tablesOf(release: ReleaseFile): DescribedTable[] {
  const rows = figures(release);
  const plain = (path: string, lt: string, en: string, rows: DescribedTable["rows"]): DescribedTable => ({
    path,
    form: plainCsv,
    about: { lt, en },
    rows,
  });
  return [
    plain("data.csv", "Visi skaičiai", "Every figure", rows),
    {
      path: "data-lt.csv",
      form: lithuanianCsv,
      about: { lt: "Visi skaičiai, lietuviškai „Excel“ programai", en: "Every figure, for Lithuanian Excel" },
      rows,
    },
    plain("comparisons.csv", "Pokyčiai ir skirtumai", "Changes and differences", comparisons(release)),
    plain("indicators.csv", "Rodikliai", "Indicators", indicators(release)),
    plain("domains.csv", "Kodai ir jų pavadinimai", "Codes and their words", domains(release)),
  ];
}
