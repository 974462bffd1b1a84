import { openData } from "@tiltas/analysis/open-data";
import type { Manifest, ReleaseFile } from "@tiltas/analysis/release";
import { municipalitySheet, writeReleaseWorkbook } from "@tiltas/analysis/workbook";

/** One thing that people read of a release; plain data, so that it crosses to worker threads. */
export type OutputTask =
  | {
      readonly kind: "workbook";
      readonly release: ReleaseFile;
      readonly previousReleases: readonly ReleaseFile[];
      readonly manifest: Manifest;
      readonly language: "lt" | "en";
    }
  | { readonly kind: "pages"; readonly release: ReleaseFile; readonly language: "lt" | "en" }
  | { readonly kind: "open-data"; readonly release: ReleaseFile; readonly manifest: Manifest };

/** Files of an output by their path inside it, in their order. */
export type OutputFiles = readonly (readonly [name: string, content: string | Uint8Array])[];

/** Makes the files of one output: the same task is the same bytes, in whatever thread. */
export async function makeOutput(task: OutputTask): Promise<OutputFiles> {
  switch (task.kind) {
    case "workbook":
      return [["", await writeReleaseWorkbook(task)]];
    case "pages":
      return task.release.ladder.map(({ municipality }) => [
        `${municipality}.html`,
        municipalitySheet(task.release, municipality, task.language),
      ]);
    case "open-data":
      return [...openData(task.release, task.manifest)];
  }
}
