import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  type Both,
  type Candidate,
  compareWaves,
  type DatasetRead,
  digestsOf,
  digestsOfReleases,
  estimateWaves,
  readWaves,
  recordsOf,
  releaseWave,
  type Worked,
  weighWaves,
} from "@tiltas/analysis/chain";
import { readDatasetFile, writeDatasetFile } from "@tiltas/analysis/dataset";
import { keptMasks } from "@tiltas/analysis/disclosure";
import { canonicalJson, digest, sha256 } from "@tiltas/instrument/digest";
import type { ExportRead } from "../exports/index.ts";
import { CommandError, readNamedFile } from "../terminal/index.ts";
import { writeResult } from "./result-folder.ts";

/** What a link wrote: its name and SHA-256. */
export type Written = readonly (readonly [name: string, digest: string])[];

const notReleased =
  "Working figures, not released: nothing is hidden in them. For those who compute, not for those who read.";

/** What stands in front of a file of a link: the digests of the links before it. */
interface Linked<Content> {
  readonly notReleased: string;
  readonly from: Readonly<Record<string, string>>;
  readonly content: Content;
}

const folders = { wave: "dataset", previous: "previous-dataset" } as const;

/** What the first link reads of an export, by name with its SHA-256: the versions, mappings and answers in it. */
function sourcesOf({ exported }: ExportRead): Linked<unknown>["from"] {
  const isRead = (name: string) => /^instruments\/|\/responses\.jsonl$/.test(name);
  return Object.fromEntries(Object.entries(exported.files).filter(([name]) => isRead(name)));
}

/** Link one: writes the columns of both waves. */
export async function writeDatasets(source: ExportRead, results: string): Promise<Written> {
  const read = await readWaves(source.input);
  const written: [string, string][] = [];
  const through: Record<string, number> = {};
  for (const part of ["wave", "previous"] as const) {
    const one = read[part];
    if (one === null) continue;
    written.push([folders[part], await writeDatasetFile(join(results, folders[part]), one.dataset)]);
    through[part] = one.through;
  }
  const from = { ...sourcesOf(source), ...Object.fromEntries(written) };
  const link: Linked<typeof through> = { notReleased, from, content: through };
  return [...written, ["datasets.json", writeLink(join(results, "datasets.json"), link)]];
}

/** The columns that link one wrote, of this very export. */
async function readDatasets(results: string, source: ExportRead): Promise<Both<DatasetRead>> {
  const { content, from } = readLink<Readonly<Record<string, number>>>(results, "datasets.json", "dataset");
  refuseOthers(from, sourcesOf(source), "dataset");
  const { previous } = source.input;
  const of = async (part: "wave" | "previous"): Promise<DatasetRead> => ({
    dataset: await readDatasetFile(join(results, folders[part])),
    through: content[part] ?? 0,
  });
  return { wave: await of("wave"), previous: previous && (await of("previous")) };
}

/** Link two: writes weights, and what an analyst asks of them. Errors need the design, which the next link makes again. */
export async function writeWeights(source: ExportRead, results: string): Promise<Written> {
  const { input } = source;
  const read = await readDatasets(results, source);
  const weighed = weighWaves(input, read);
  const of = ({ weights, sheet, refusals, notes }: (typeof weighed)["wave"]) => ({
    weights: [...weights],
    sheet,
    refusals,
    notes,
  });
  const content = { wave: of(weighed.wave), previous: weighed.previous && of(weighed.previous) };
  const link = { notReleased, from: digestsOf(input, read), content };
  return [["weights.json", writeLink(join(results, "weights.json"), link)]];
}

/** Link three: writes estimates of the whole lattice and comparisons. */
export async function writeIndicators(source: ExportRead, results: string): Promise<Written> {
  const { input } = source;
  const read = await readDatasets(results, source);
  const weights = readLink<{ readonly wave: { readonly weights: readonly number[] } }>(
    results,
    "weights.json",
    "weights",
  );
  const weighed = weighWaves(input, read);
  refuseOthers(weights.from, digestsOf(input, read), "weights");
  if (digest([...weighed.wave.weights]) !== digest(weights.content.wave.weights))
    throw new CommandError(
      `The weights in "${results}" are not those of its dataset. Run "tiltas weights" again.`,
    );
  const content = compareWaves(input, read, estimateWaves(input, read, weighed));
  const from = { ...weights.from, weights: sha256(readNamedFile(join(results, "weights.json"))) };
  return [["working.json", writeLink(join(results, "working.json"), { notReleased, from, content })]];
}

/** Link four: what each circle of readers may see. */
export async function releaseLink(source: ExportRead, results: string): Promise<Candidate> {
  const { input } = source;
  const read = await readDatasets(results, source);
  const { content: worked, from } = readLink<Worked>(results, "working.json", "indicators");
  const digests = digestsOf(input, read);
  refuseOthers(from, digests, "indicators");
  const weighed = weighWaves(input, read).wave;
  const masks = keptMasks(join(results, "masks.json"));
  const releases = await releaseWave(input, { read, weighed, worked }, masks);
  masks.save();
  return {
    releases,
    digests: { ...digests, ...digestsOfReleases(releases) },
    records: recordsOf(input, read),
    software: input.software,
  };
}

/** @returns its SHA-256 */
function writeLink<Content>(path: string, link: Linked<Content>): string {
  const text = canonicalJson(JSON.parse(JSON.stringify(link)));
  writeResult(path, text);
  return sha256(text);
}

function readLink<Content>(results: string, name: string, command: string): Linked<Content> {
  const path = join(results, name);
  if (!existsSync(path))
    throw new CommandError(
      `There is no ${name} in "${results}". Run "tiltas ${command}" with the same folders first.`,
    );
  return JSON.parse(readNamedFile(path, 2e9)) as Linked<Content>;
}

/** Every link carries the digests of those before it. */
function refuseOthers(from: Linked<unknown>["from"], now: Linked<unknown>["from"], command: string): void {
  const others = Object.keys(now).filter((name) => from[name] !== now[name]);
  if (others.length > 0)
    throw new CommandError(
      `What "tiltas ${command}" wrote was made from something else: ${others.join(", ")} changed since. Run it again.`,
    );
}
