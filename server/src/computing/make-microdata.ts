import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { openReader } from "@tiltas/store/open";
import { codebookLines, dataLines, listLines, missingLines, readMe } from "./microdata-lines.ts";
import type { MakeMicrodata, Outcomes } from "./task.ts";
import { waveOf } from "./wave-input.ts";
import { zipTo } from "./zip-file.ts";

/** Runs in a worker thread: the answers of a wave under numbers that are new in every file, in the order of these numbers. */
export async function makeMicrodata(task: MakeMicrodata): Promise<Outcomes["make-microdata"]> {
  const { place, wave: id, file } = task;
  const reader = await openReader(place);
  const made = `${file}.new`;
  try {
    const wave = await waveOf(reader, place, id);
    const { dataset } = await wave.data();
    const people = newNumbers(dataset.rows);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await zipTo(made, [
      ["read-me.txt", [readMe(task, dataset.rows)]],
      ["data.csv", dataLines(dataset, people)],
      ...[...(dataset.rosters ?? [])].map(
        ([list, roster]) => [`list-${list}.csv`, listLines(roster, people)] as const,
      ),
      ["missing.csv", missingLines(dataset, people)],
      ["codebook.csv", codebookLines(dataset)],
    ]);
    const digest = await digestOf(made);
    await rename(made, file);
    return { state: "ready", respondents: dataset.rows, digest };
  } catch (error) {
    await rm(made, { force: true });
    throw error;
  } finally {
    await reader.close();
  }
}

/** A number of a person in this file only, and the row of the dataset. */
export interface NumberedRow {
  readonly number: string;
  readonly row: number;
}

/** Nothing in the file says in which order people answered. */
export function newNumbers(rows: number): readonly NumberedRow[] {
  const taken = new Set<string>();
  while (taken.size < rows) taken.add(randomBytes(6).toString("hex"));
  const people = [...taken].map((number, row) => ({ number, row }));
  return people.toSorted((one, other) => (one.number < other.number ? -1 : 1));
}

async function digestOf(path: string): Promise<string> {
  const digest = createHash("sha256");
  await pipeline(createReadStream(path), digest);
  return digest.digest("hex");
}
