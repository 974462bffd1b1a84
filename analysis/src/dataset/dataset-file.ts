import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { canonicalJson, sha256 } from "@tiltas/instrument/versions";
import { z } from "zod";
import { columnBytes, columnOver } from "./column-bytes.ts";
import type { Column, Columns, Dataset, HarmonisedDataset, Roster } from "./dataset.ts";
import { OnDemand } from "./on-demand.ts";
import { readBytes } from "./read-bytes.ts";

const Text = z.record(z.string(), z.string());
const Variable = z.strictObject({
  name: z.string(),
  item: z.string(),
  labels: Text,
  kind: z.enum(["code", "number"]),
  codes: z.array(z.strictObject({ code: z.union([z.string(), z.number()]), labels: Text })),
});
const Place = z.strictObject({ at: z.int().min(0), bytes: z.int().min(0) });
const Placed = Place.extend({ variable: Variable });
const comparabilities = ["same", "renamed", "recoded", "limited", "not-comparable"] as const;

/** `dataset.json`: what stands where in `columns.bin`. */
const DatasetFile = z.strictObject({
  format: z.literal("tiltas-dataset/1"),
  rows: z.int().min(0),
  /** Of the responses that entered. */
  digest: z.string(),
  exclusions: z.record(z.string(), z.int().min(1)),
  comparability: z.array(z.tuple([z.string(), z.enum(comparabilities)])).exactOptional(),
  columns: z.array(Placed),
  chances: z.array(Place.extend({ name: z.string() })).exactOptional(),
  rosters: z
    .array(z.strictObject({ name: z.string(), rows: z.int().min(0), owner: Place, columns: z.array(Placed) }))
    .exactOptional(),
  /** SHA-256 of `columns.bin`. */
  bytes: z.string(),
});
type DatasetFile = z.infer<typeof DatasetFile>;

/** What is in the folder is no dataset, or not all of it. */
export class DatasetFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "DatasetFileError";
  }
}

/**
 * Writes a dataset as `dataset.json` and `columns.bin`: a byte or two for a code, nine for a number. The same dataset is
 * the same bytes.
 *
 * @returns SHA-256 of `dataset.json`, which names that of the columns
 */
export async function writeDatasetFile(
  folder: string,
  dataset: Dataset & Partial<Pick<HarmonisedDataset, "comparability">>,
): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { rows, digest, exclusions, comparability } = dataset;
  const bytes = new BytesFile(join(folder, "columns.bin"));
  await bytes.open();
  const content: Omit<DatasetFile, "bytes"> = {
    ...{ format: "tiltas-dataset/1", rows, digest, exclusions },
    ...(comparability ? { comparability: [...comparability] } : {}),
    columns: await placedColumns(dataset, bytes),
    ...(dataset.chances ? { chances: await placedChances(dataset.chances, bytes) } : {}),
    ...(dataset.rosters ? { rosters: await placedRosters(dataset.rosters, bytes) } : {}),
  };
  const json = canonicalJson({ ...content, bytes: await bytes.close() });
  await writeFile(join(folder, "dataset.json"), json, { mode: 0o600 });
  return sha256(json);
}

/**
 * Reads a dataset back; columns are read when they are asked for, so the files must stay while it is used.
 *
 * @throws DatasetFileError where the files do not belong together
 */
export async function readDatasetFile(folder: string): Promise<HarmonisedDataset> {
  const file = join(folder, "columns.bin");
  const content = readContent(await readFile(join(folder, "dataset.json"), "utf8"));
  if ((await digestOf(file)) !== content.bytes)
    throw new DatasetFileError("The columns are not those that dataset.json names. Write the dataset again.");
  const { rows, digest, exclusions, chances, rosters } = content;
  return {
    ...{ rows, digest, exclusions },
    comparability: new Map(content.comparability),
    columns: columnsIn(file, content.columns, rows),
    ...(chances ? { chances: chancesIn(file, chances) } : {}),
    ...(rosters ? { rosters: new Map(rosters.map((own) => [own.name, rosterIn(file, own)])) } : {}),
  };
}

function readContent(json: string): DatasetFile {
  const parsed = DatasetFile.safeParse(JSON.parse(json));
  if (parsed.success) return parsed.data;
  throw new DatasetFileError("dataset.json is no dataset of this version of Tiltas. Write it again.");
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** Bytes one after the other, with their digest; they stand under their name once they are complete. */
class BytesFile {
  readonly #path: string;
  readonly #hash = createHash("sha256");
  #file: Awaited<ReturnType<typeof open>> | undefined;
  #at = 0;

  constructor(path: string) {
    this.#path = path;
  }

  async open(): Promise<void> {
    this.#file = await open(`${this.#path}.new`, "w", 0o600);
  }

  async write(bytes: Uint8Array): Promise<z.infer<typeof Place>> {
    const place = { at: this.#at, bytes: bytes.byteLength };
    await this.#file?.writeFile(bytes);
    this.#hash.update(bytes);
    this.#at += bytes.byteLength;
    return place;
  }

  async close(): Promise<string> {
    await this.#file?.close();
    await rename(`${this.#path}.new`, this.#path);
    return this.#hash.digest("hex");
  }
}

async function placedColumns({ columns }: Columns, bytes: BytesFile): Promise<DatasetFile["columns"]> {
  const placed = [];
  for (const column of columns.values()) {
    const { name, item, labels, kind, codes } = column.variable;
    const variable = {
      name,
      item,
      labels,
      kind,
      codes: codes.map(({ code, labels: words }) => ({ code, labels: words })),
    };
    placed.push({ variable, ...(await bytes.write(columnBytes(column))) });
  }
  return placed;
}

async function placedChances(chances: NonNullable<Dataset["chances"]>, bytes: BytesFile) {
  const placed = [];
  for (const [name, own] of chances) placed.push({ name, ...(await bytes.write(bytesOf(own))) });
  return placed;
}

async function placedRosters(rosters: NonNullable<Dataset["rosters"]>, bytes: BytesFile) {
  const placed = [];
  for (const [name, roster] of rosters)
    placed.push({
      ...{ name, rows: roster.rows },
      owner: await bytes.write(bytesOf(roster.owner)),
      columns: await placedColumns(roster, bytes),
    });
  return placed;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array | Int32Array) =>
  new Uint8Array(buffer, byteOffset, byteLength);

function columnsIn(file: string, placed: DatasetFile["columns"], rows: number): Columns["columns"] {
  const make = placed.map(
    ({ variable, ...place }) =>
      [variable.name, () => columnOver(variable, readBytes(file, place), rows)] as const,
  );
  return new OnDemand(
    new Map<string, () => Column>(make),
    ({ values, missing }) => values.byteLength + missing.byteLength,
  );
}

function chancesIn(file: string, placed: NonNullable<DatasetFile["chances"]>) {
  const make = placed.map(
    ({ name, ...place }) => [name, () => new Float64Array(readBytes(file, place).buffer)] as const,
  );
  return new OnDemand(new Map(make), ({ byteLength }) => byteLength);
}

type PlacedRoster = NonNullable<DatasetFile["rosters"]>[number];

function rosterIn(file: string, { rows, owner, columns }: PlacedRoster): Roster {
  return {
    rows,
    owner: new Int32Array(readBytes(file, owner).buffer),
    columns: columnsIn(file, columns, rows),
  };
}
