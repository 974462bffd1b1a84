import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readInstrument } from "@tiltas/instrument/definition";
import { afterAll, expect, test } from "vitest";
import { validInstruments } from "../../../tests/instruments/tiny.ts";
import { harmonisedDataset } from "./build-dataset.ts";
import type { Columns, HarmonisedDataset } from "./dataset.ts";
import { readDatasetFile, writeDatasetFile } from "./dataset-file.ts";
import { aResponse, version } from "./example-versions.ts";

const folder = mkdtempSync(join(tmpdir(), "tiltas-dataset-"));
afterAll(() => rmSync(folder, { recursive: true }));

const places = Array.from({ length: 300 }, (_, i) => ({ value: `place-${i}`, text: `Place ${i}` }));
const own = version(
  "1.0.0",
  { type: "dropdown", name: "place", title: "Place", choices: places },
  { type: "checkbox", name: "used", title: "Used", choices: ["bus", "tram"] },
  { type: "text", name: "rooms", title: "Rooms", inputType: "number" },
  {
    type: "paneldynamic",
    name: "children",
    title: "Children",
    templateElements: [{ type: "text", name: "age", title: "Age", inputType: "number" }],
  },
);

const small = () =>
  harmonisedDataset({
    instruments: [own],
    mappings: new Map(),
    responses: [
      aResponse({ place: "place-299", used: ["tram"], rooms: 2.5, children: [{ age: 3 }, {}] }, own, 1),
      { ...aResponse({}, own, 2), leftOut: "rejected" },
      aResponse({ rooms: -0 }, own, 3),
      aResponse({ place: "place-0", children: [{ age: 11 }] }, own, 4),
    ],
  });

const plain = ({ columns }: Columns) =>
  [...columns].map(([name, { variable, values, missing }]) => ({
    name,
    variable,
    values: [...values],
    missing: [...missing],
  }));

function everything(dataset: HarmonisedDataset) {
  const { rows, digest, exclusions, comparability, chances, rosters } = dataset;
  return {
    ...{ rows, digest, exclusions, columns: plain(dataset), comparability: [...comparability] },
    chances: chances && [...chances].map(([name, own]) => [name, [...own]]),
    rosters:
      rosters && [...rosters].map(([name, roster]) => [name, roster.rows, [...roster.owner], plain(roster)]),
  };
}

test("a dataset that was written is read back as it was, cell by cell", async () => {
  const dataset = await small();
  const digest = await writeDatasetFile(folder, dataset);
  expect(everything(await readDatasetFile(folder))).toEqual(everything(dataset));
  expect(await writeDatasetFile(folder, await readDatasetFile(folder))).toBe(digest);
  expect(await writeDatasetFile(folder, await small())).toBe(digest);
});

test("chances of draws are kept with it", async () => {
  const tiny = validInstruments().find(({ name }) => name === "drawn");
  if (!tiny) throw new Error("There is no tiny instrument with draws.");
  const drawn = readInstrument(tiny.files);
  const dataset = await harmonisedDataset({
    instruments: [drawn],
    mappings: new Map(),
    responses: [aResponse({ form: "short", children: "yes", modules: ["work"] }, drawn, 1)],
  });
  await writeDatasetFile(folder, dataset);
  expect(dataset.chances?.size).toBeGreaterThan(0);
  expect(everything(await readDatasetFile(folder))).toEqual(everything(dataset));
});

test("columns that were changed, or belong to another dataset, are refused", async () => {
  await writeDatasetFile(folder, await small());
  const file = join(folder, "columns.bin");
  const bytes = readFileSync(file);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  await expect(readDatasetFile(folder)).rejects.toThrow(/Write the dataset again/);
});
