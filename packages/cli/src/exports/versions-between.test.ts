import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseInstrumentFiles, readInstrumentFolder } from "@tiltas/store/folders";
import { openStore } from "@tiltas/store/open";
import type { Store } from "@tiltas/store/port";
import { afterAll, expect, test } from "vitest";
import { inventWaves, writePlan } from "../commands/example-waves.ts";
import { run } from "../program/program.ts";

const place = mkdtempSync(join(tmpdir(), "tiltas-between-"));
afterAll(() => rmSync(place, { recursive: true }));

/** A version that nobody was asked, on the way from the one of spring to the one of autumn. */
async function publishBetween(store: Store): Promise<void> {
  const { files, manifest } = readInstrumentFolder(
    join(import.meta.dirname, "../../../../instruments/tcn-integration/1.0.0"),
  );
  const json = (name: string) => JSON.parse(files[name] ?? "{}");
  const { title, ...questionnaire } = json("questionnaire.json");
  const between = {
    ...files,
    "manifest.json": JSON.stringify({ ...json("manifest.json"), version: "1.0.5" }),
    "questionnaire.json": JSON.stringify({ title: { ...title, en: "Your life here" }, ...questionnaire }),
    "mapping/1.json": JSON.stringify({ number: 1, from: "1.0.0", entries: [] }),
  };
  const { digest } = parseInstrumentFiles("between", between);
  await store.publishInstrument({ digest, id: manifest.id, version: "1.0.5", files: between });
  const autumn = await store.findWave("autumn");
  const own = autumn && (await store.findInstrument(autumn.instrument));
  if (!own) throw new Error("There is no autumn.");
  const mapping = JSON.stringify({ number: 2, from: "1.0.5", entries: [] });
  await store.publishInstrument({ ...own, files: { ...own.files, "mapping/2.json": mapping } });
}

test("a version that lies between two waves goes along, and answers of the one before reach the one after", async () => {
  const [data, plan, out, results] = ["data", "plan", "export", "results"].map((name) =>
    join(place, name),
  ) as [string, string, string, string];
  const store = await openStore({ folder: data });
  await inventWaves(store, 12);
  await publishBetween(store);
  await store.close();
  writePlan(plan);
  const said: string[] = [];
  const tell = (text: string) => void said.push(text);
  const tiltas = (...words: string[]) => run(words, { print: tell, complain: tell });
  const exported = await tiltas("export", "--data", data, "--wave", "autumn", "--plan", plan, "--out", out);
  expect([exported, said.join()]).toEqual([0, expect.stringMatching(/^Wrote/)]);
  expect(readdirSync(join(out, "instruments/tcn-integration")).toSorted()).toEqual([
    "1.0.0",
    "1.0.5",
    "1.1.0",
  ]);
  expect([await tiltas("dataset", out, "--out", results), said.at(-1)]).toEqual([
    0,
    expect.stringMatching(/previous-dataset/),
  ]);
}, 120_000);
