import { expect, test } from "vitest";
import type { InstrumentRecord } from "../port/index.ts";
import { versionsBetween } from "./versions-between.ts";

const mappingFrom = (from: string) => ({
  "mapping/1.json": JSON.stringify({ number: 1, from, entries: [] }),
});

/** Published versions of one questionnaire, each with the version at which its mapping begins; digests are versions. */
function published(versions: Readonly<Record<string, string | null>>) {
  const records: InstrumentRecord[] = Object.entries(versions).map(([version, from]) => ({
    ...{ digest: version, id: "study", version },
    files: from === null ? {} : mappingFrom(from),
  }));
  const other = { digest: "other", id: "another", version: "1.1.0", files: {} };
  return {
    listInstruments: async () => [...records, other],
    findInstrument: async (digest: string) => records.find((one) => one.digest === digest),
  };
}

test("versions that no wave was asked on are found by the mappings that lead through them", async () => {
  const reader = published({ "1.0.0": null, "1.1.0": "1.0.0", "1.2.0": "1.1.0", "1.10.0": "1.2.0" });
  expect(await versionsBetween(reader, ["1.10.0", "1.0.0"])).toEqual(["1.1.0", "1.2.0"]);
});

test("a version beside the way is left aside, and so is what lies before the oldest", async () => {
  const reader = published({ "1.0.0": null, "1.1.0": "1.0.0", "1.1.1": "1.1.0", "1.2.0": "1.1.0" });
  expect(await versionsBetween(reader, ["1.2.0", "1.1.0"])).toEqual([]);
  expect(await versionsBetween(reader, ["1.2.0", "1.0.0"])).toEqual(["1.1.0"]);
});

test("without a mapping answers go by name, and nothing lies between", async () => {
  const reader = published({ "1.0.0": null, "1.1.0": null, "1.2.0": null });
  expect(await versionsBetween(reader, ["1.2.0", "1.0.0"])).toEqual([]);
});
