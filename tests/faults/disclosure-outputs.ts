import type { ReleasedTables } from "@tiltas/analysis/disclosure";
import type { WorkingTables } from "@tiltas/analysis/lattice";
import { openData } from "@tiltas/analysis/open-data";
import { exampleManifest, exampleRelease, type ReleaseFile } from "@tiltas/analysis/release";
import { municipalitySheet, writeReleaseWorkbook } from "@tiltas/analysis/workbook";
import { strFromU8, unzipSync } from "fflate";

/** A whole release file around tables of invented people. */
export function releaseFileOf(
  { lattice, measures, ladder }: WorkingTables,
  { crossings, policy, comparisons }: ReleasedTables,
): ReleaseFile {
  const example = exampleRelease(policy.id, "spring");
  const [indicator] = example.indicators;
  return {
    ...example,
    lattice,
    crossings,
    comparisons,
    measures: measures.map((measure) => ({ ...measure, label: { lt: measure.id, en: measure.id } })),
    indicators: measures.map(({ id }) => ({
      ...indicator!,
      id,
      label: { lt: `Rodiklis ${id}`, en: `Indicator ${id}` },
      comparability: "no-wave-before",
    })),
    ladder: ladder.map(({ municipality, group, stands }) => ({ municipality, group, stands })),
    sensitivity: [],
    others: [],
  };
}

/** Everything that leaves the house of one release, as text by file name; what is packed is unpacked. */
export async function outputsOf(release: ReleaseFile): Promise<Map<string, string>> {
  const manifest = exampleManifest();
  const texts = new Map([["release.json", JSON.stringify(release)]]);
  for (const language of ["lt", "en"] as const) {
    const workbook = await writeReleaseWorkbook({ release, manifest, language });
    for (const [name, bytes] of Object.entries(unzipSync(workbook)))
      texts.set(`${language}.xlsx/${name}`, strFromU8(bytes));
    for (const { municipality } of release.ladder)
      texts.set(`${language} ${municipality}.html`, municipalitySheet(release, municipality, language));
  }
  if (release.policy === "public")
    for (const [name, bytes] of openData(release, manifest)) texts.set(`open data ${name}`, strFromU8(bytes));
  return texts;
}

/** The six decimals of a figure, however it is written: as it is, in per cent, with a comma. */
export const digitsOf = (value: number): string => value.toFixed(6).replace(/^0\.0*/, "");

/** Long enough that it does not stand in a file by chance, and written with all its decimals. */
export const isTelling = (value: number): boolean => /^\d{5}[1-9]$/.test(digitsOf(value));

/** Files in which the digits of a figure stand, with or without a point or comma between them. */
export function tracesOf(value: number, outputs: ReadonlyMap<string, string>): string[] {
  const digits = new RegExp([...digitsOf(value)].join("[.,]?"));
  return [...outputs].flatMap(([name, text]) => (digits.test(text) ? [name] : []));
}
