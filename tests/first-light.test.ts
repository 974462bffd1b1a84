import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildDataset, type ResponseForAnalysis } from "@tiltas/analysis/dataset";
import { makeDesign } from "@tiltas/analysis/design";
import { readPolicies, releaseTables } from "@tiltas/analysis/disclosure";
import { IndicatorSet } from "@tiltas/analysis/indicators";
import { readLattice, workingTables } from "@tiltas/analysis/lattice";
import { readInstrument } from "@tiltas/instrument/definition";
import { canonicalJson, contentHash } from "@tiltas/instrument/versions";
import { readInstrumentFolder } from "@tiltas/store/folders";
import { openStore } from "@tiltas/store/open";
import { expect, test } from "vitest";
import { root } from "./structure/source-files.ts";

const folder = readInstrumentFolder(join(root, "instruments/tcn-integration/0.1.0"));
const instrument = readInstrument(folder);
const lifeSatisfaction = IndicatorSet.parse(folder.indicatorSets[0]?.set).indicators.find(
  ({ id }) => id === "bel.04",
);

const planned = (name: string) => JSON.parse(readFileSync(join(root, "analysis/plan", name), "utf8"));
const lattice = readLattice(planned("lattice.json"));
const ministry = readPolicies(planned("policies.json")).get("ministry")!;

function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** A person of Vilnius city who rates life at 0 to 10. */
function aResponse(number: number) {
  const answers = { bel_life_satisfaction: number % 11, dsg_municipality: "13" };
  const consent = { notice: 1, noticeDigest: "0".repeat(64), language: "uk", time: "2026-11-21T12:00:00Z" };
  return {
    responseId: uuid(number),
    revision: 1,
    parent: null,
    instrument: instrument.digest,
    wave: "w",
    consent: canonicalJson(consent),
    answers: canonicalJson(answers),
    hash: contentHash({ instrument: instrument.digest, parent: null, consent, answers }),
    language: "uk",
    mode: "web",
    channel: null,
    municipality: "13",
    findings: "[]",
    receivedAt: new Date(Date.UTC(2026, 10, 21, 12)),
  };
}

test("an answer becomes a kept response, a column, an estimate and a released cell", async () => {
  if (!lifeSatisfaction) throw new Error("The instrument has no indicator bel.04.");
  const data = mkdtempSync(join(tmpdir(), "tiltas-first-light-"));
  const store = await openStore({ folder: data });
  try {
    await store.publishInstrument({ digest: folder.digest, ...folder.manifest, files: folder.files });
    await store.saveStudy({ id: "s", title: { en: "Study" }, synthetic: true });
    await store.saveWave({
      id: "w",
      study: "s",
      title: { en: "Wave" },
      instrument: folder.digest,
      earlierInstruments: [],
      notice: 1,
      indicators: 1,
      languages: ["lt", "uk"],
      modes: ["web"],
      opens: "2026-11-01",
      closes: "2026-12-31",
      margins: null,
    });
    const received = await Promise.all(
      Array.from({ length: 66 }, (_, number) => store.receive(aResponse(number))),
    );
    expect(new Set(received.map(({ outcome }) => outcome))).toEqual(new Set(["stored"]));

    const responses: ResponseForAnalysis[] = [];
    for await (const stored of store.responsesOfWave("w"))
      responses.push({ ...stored, leftOut: stored.findings === "[]" ? null : "has-issues" });
    const dataset = await buildDataset([instrument], responses);
    const working = workingTables({
      ...{ wave: "w", dataset, instrument, lattice, indicators: [lifeSatisfaction] },
      design: makeDesign({ weights: new Float64Array(dataset.rows).fill(1) }),
    });
    const { crossings } = await releaseTables(working, ministry);
    const places = crossings.find(({ crossing }) => crossing.join() === "municipality");
    const vilnius = places?.domains.findIndex(([code]) => code === "13") ?? -1;
    expect(places?.cells[0]?.[vilnius]).toMatchObject({ state: "published", value: 5, respondents: 66 });
  } finally {
    await store.close();
    rmSync(data, { recursive: true, force: true });
  }
});
