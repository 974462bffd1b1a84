import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Of a wave's frozen releases in a data folder; names of waves may hold what no file name may. */
export const releaseFolder = (data: string, wave: string, number: number): string =>
  join(data, "releases", encodeURIComponent(wave).replaceAll(".", "%2E"), String(number));

/** Of figures that wait for signatures. */
export const candidateFolder = (data: string, id: string): string => join(data, "candidates", id);

/** Columns of a wave that are kept between computations. */
export const datasetFolder = (data: string, wave: string): string =>
  join(data, "datasets", encodeURIComponent(wave).replaceAll(".", "%2E"));

/** Which cells of a wave are hidden, kept between computations: places of cells, nothing of people. */
export const masksFile = (data: string, wave: string): string =>
  join(data, "masks", `${encodeURIComponent(wave).replaceAll(".", "%2E")}.json`);

/** A file of microdata that is handed out. */
export const microdataFile = (data: string, id: string): string => join(data, "microdata", `${id}.zip`);

const Text = z.record(z.string(), z.string());
const Fielded = z.strictObject({
  id: z.string(),
  title: Text,
  opens: z.string(),
  closes: z.string(),
  sample: z.enum(["register", "open", "network", "venue", "clients"]),
  /** Digests of versions. */
  instrument: z.string(),
  earlierInstruments: z.array(z.string()),
  indicators: z.int(),
  /** How many decisions there were about its responses, and which periods were set aside. */
  decisions: z.int().min(0),
  setAsides: z.array(z.string()),
});

const MadeFrom = z.strictObject({
  format: z.literal("tiltas-made-from/1"),
  study: z.strictObject({
    id: z.string(),
    title: Text,
    synthetic: z.boolean(),
    review: z.record(z.string(), z.boolean()).nullable(),
  }),
  wave: Fielded,
  previous: Fielded.nullable(),
});

/** What a release was made from besides answers, versions and the texts that lie beside it. */
export type MadeFrom = z.infer<typeof MadeFrom>;
export type FieldedWave = MadeFrom["wave"];

/** Where it lies in the folder of a release; beside it `plan/`, `wave/margins.csv`, `previous-wave/margins.csv`. */
export const madeFromFile = "made-from/waves.json";

/** @returns undefined for a release from before it was kept */
export function readMadeFrom(folder: string): MadeFrom | undefined {
  const path = join(folder, madeFromFile);
  return existsSync(path) ? MadeFrom.parse(JSON.parse(readFileSync(path, "utf8"))) : undefined;
}
