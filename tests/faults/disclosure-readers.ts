import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { digestsOfReleases } from "@tiltas/analysis/chain";
import { openData } from "@tiltas/analysis/open-data";
import { exampleManifest, type ReleaseFile } from "@tiltas/analysis/release";
import { writeReleaseWorkbook } from "@tiltas/analysis/workbook";
import ExcelJS from "exceljs";
import { strFromU8 } from "fflate";
import { run } from "../../packages/cli/src/program/program.ts";
import { writeRelease } from "../../packages/cli/src/results/index.ts";
import { writeExploreFiles } from "../../server/src/computing/explore-files.ts";
import { releaseFolder } from "../../server/src/computing/release-folder.ts";
import { createExplore, type ExploreNeeds } from "../../server/src/explore/explore.ts";

/** Cells in which a reader finds a figure: measure, cut and codes. */
export type Seen = ReadonlySet<string>;

const nameOf = (measure: string, crossing: readonly string[], codes: readonly string[]) =>
  [measure, crossing.join(" × "), codes.join(" × ")].join(" | ");

/** Every cell of a release, with what is to be seen in it. */
function cellsOf({ measures, crossings }: ReleaseFile) {
  return measures.flatMap(({ id }, measure) =>
    crossings.flatMap(({ crossing, domains, cells }) =>
      domains.map((codes, domain) => ({ id, crossing, codes, cell: cells[measure]![domain]! })),
    ),
  );
}

export const seenInRelease = (release: ReleaseFile): Seen =>
  new Set(
    cellsOf(release).flatMap(({ id, crossing, codes, cell }) =>
      "value" in cell ? [nameOf(id, crossing, codes)] : [],
    ),
  );

/** The sheet of all data in the workbook. */
export async function seenInWorkbook(release: ReleaseFile): Promise<Seen> {
  const bytes = await writeReleaseWorkbook({ release, manifest: exampleManifest(), language: "en" });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const ids = new Map(release.lattice.dimensions.map(({ id, label }) => [label.en, id]));
  const seen = new Set<string>();
  let columns: readonly string[] = [];
  book.getWorksheet("Data")?.eachRow((row) => {
    const texts = Array.from({ length: row.cellCount }, (_, at) => row.getCell(at + 1).text);
    if (texts[0] === "Id") columns = texts;
    const at = (name: string) => texts[columns.indexOf(name)] ?? "";
    if (texts[0] === "Id" || at("Estimate") === "") return;
    const cut =
      at("Cut") === "Country"
        ? []
        : at("Cut")
            .split(" × ")
            .map((label) => ids.get(label) ?? label);
    seen.add(nameOf(at("Id"), cut, at("Code") === "" ? [] : at("Code").split(" × ")));
  });
  return seen;
}

/** The table of the open data. */
export function seenInOpenData(release: ReleaseFile): Seen {
  const [head = "", ...lines] = strFromU8(openData(release, exampleManifest()).get("data.csv")!)
    .replace(/["\uFEFF]/g, "")
    .trim()
    .split(/\r?\n/);
  const rows = lines.map((line) => line.split(","));
  const at = (name: string, fields: readonly string[]) => fields[head.split(",").indexOf(name)] ?? "";
  return new Set(
    rows.flatMap((fields) =>
      at("value", fields) === ""
        ? []
        : [[at("indicator", fields), at("crossing", fields), at("domain", fields)].join(" | ")],
    ),
  );
}

/** A folder in which a server keeps the release, and the commands too. */
export async function keptRelease(release: ReleaseFile) {
  const data = mkdtempSync(join(tmpdir(), "tiltas-readers-"));
  const folder = releaseFolder(data, release.wave.id, 1);
  mkdirSync(folder, { recursive: true });
  await writeExploreFiles(folder, release);
  const releases = new Map([[release.policy, release]]);
  const results = join(data, "results");
  writeRelease(results, {
    releases,
    manifest: { ...exampleManifest(), digests: digestsOfReleases(releases) },
  });
  return { data, folder, results, remove: () => rmSync(data, { recursive: true }) };
}

/** The server's way to cells, trends and two beside each other, for readers of one policy. */
function exploreOf(data: string, { wave, policy }: ReleaseFile) {
  const record = { id: wave.id, study: "study", opens: wave.opens };
  const explore = createExplore({
    store: { listReleases: async () => [] },
    waves: { existing: async () => record, list: async () => [record] },
    releases: { get: async () => ({ policy, digest: "0".repeat(64) }) },
    place: { folder: data },
  } as unknown as ExploreNeeds);
  const asked = { wave: wave.id, number: 1, person: { role: "analyst", municipality: null } } as const;
  return { explore, asked };
}

/** What the server tells of cells one by one, in trends, and of every two neighbours beside each other. */
export async function seenByExploring(data: string, release: ReleaseFile) {
  const { explore, asked } = exploreOf(data, release);
  const [cells, trend, two] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { id: measure } of release.measures)
    for (const { crossing, domains } of release.crossings) {
      const cut = { measure, crossing: crossing.join() };
      const table = await explore.cells(asked, cut);
      for (const { domain, cell } of table.rows)
        if ("value" in cell) cells.add(nameOf(measure, crossing, domain));
      for (const { domain, cell } of (await explore.trend(asked, cut)).waves.flatMap(({ rows }) => rows))
        if ("value" in cell) trend.add(nameOf(measure, crossing, domain));
      for (const [at, one] of domains.entries()) {
        const other = domains[(at + 1) % domains.length]!;
        const said = await explore.two(asked, { ...cut, one: one.join(), other: other.join() });
        if (said.difference === null) continue;
        two.add(nameOf(measure, crossing, one)).add(nameOf(measure, crossing, other));
      }
    }
  return { cells, trend, two };
}

/** Of which cells the command answers with a figure. */
export async function seenInAnswers(results: string, release: ReleaseFile): Promise<Seen> {
  const seen = new Set<string>();
  const silent = { print: () => undefined, complain: () => undefined };
  for (const { id, crossing, codes } of cellsOf(release)) {
    const of = crossing.map((dimension, at) => `${dimension}=${codes[at]}`).join(";");
    const words = ["answer", results, "--indicator", id, "--policy", release.policy, "--of", of];
    if ((await run(words, silent)) === 0) seen.add(nameOf(id, crossing, codes));
  }
  return seen;
}
