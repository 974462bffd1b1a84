import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildDataset, type Dataset, declaredMunicipality } from "@tiltas/analysis/dataset";
import { makeDesign } from "@tiltas/analysis/design";
import { evaluateIndicator, type IndicatorDefinition, IndicatorSet } from "@tiltas/analysis/indicators";
import { readMargins as parseMargins, weighToMargins } from "@tiltas/analysis/weighting";
import { readCsv } from "@tiltas/formats/tables";
import { itemWithRole, readInstrument } from "@tiltas/instrument/definition";
import { canonicalJson, sha256 } from "@tiltas/instrument/versions";
import { listPublishedFolders } from "@tiltas/store/folders";
import { beforeAll, describe, expect, test } from "vitest";
import { readMaking, readMargins } from "./files.ts";
import { inventPeople } from "./people.ts";
import { openWave, plannedWaves } from "./waves.ts";

/** Ukrainian citizens only, asked everything: what is left between figure and benchmark is the making, not luck. */
const respondents = 3_600;
const circumstances = { forms: { long: 1 } };
const tolerance = 6;

const instrumentsFolder = fileURLToPath(new URL("../../../instruments", import.meta.url));
const folder = newest("tcn-integration");
const instrument = readInstrument(folder);
const indicators = IndicatorSet.parse(folder.indicatorSets.at(-1)?.set).indicators;
const planned = plannedWaves.find(({ id }) => id === openWave);

let dataset: Dataset;
let weights: Float64Array;
beforeAll(async () => {
  if (!planned) throw new Error("The demonstration has no open wave.");
  const making = await readMaking(instrumentsFolder, planned);
  const ukrainians = making.people.filter(({ cell }) => !/citizenship=(?!ukr)/.test(cell ?? ""));
  const plan = { ...planned, respondents, circumstances };
  const people = inventPeople(plan, { ...making, people: ukrainians }, instrument);
  dataset = await buildDataset(
    [instrument],
    [...people].map(({ responseId, language, mode, answers }) => ({
      responseId,
      revision: 1,
      hash: sha256(responseId),
      instrument: instrument.digest,
      language,
      mode,
      answers: canonicalJson(answers),
      leftOut: null,
    })),
  );
  const places = await readMargins(instrumentsFolder, { margins: ["municipality"] });
  weights = weighed(dataset, places ?? "");
}, 120_000);

type Estimand = IndicatorDefinition["estimand"];
const share = (variable: string, codes: (string | number)[]): Estimand => ({
  type: "proportion",
  variable,
  in: codes,
});
const hasJob = {
  any: [
    { variable: "emp_worked", in: ["yes"] },
    { variable: "emp_absent", in: ["yes"] },
  ],
};
const unemployed = {
  all: [
    { variable: "emp_worked", in: ["no"] },
    { variable: "emp_absent", in: ["no"] },
    { variable: "emp_searched", in: ["yes"] },
    { variable: "emp_available", in: ["yes"] },
  ],
};

describe("Ukrainian citizens of the demonstration answer within 6 points of", () => {
  test.each([
    ["b07 unequal treatment", "soc.04", 26],
    ["b08 takes part in a group", "soc.03", 45],
    ["b10 unemployed among the active", "emp.02", 37],
    ["b15 no intention to move", "bel.03", 92],
    ["b25 children at a school in Lithuania", "edu.01", 83],
    ["b27 no access to medical care", "hlt.02", 17],
  ])("%s, %s: %d %", (_name, id, percent) => {
    expect(Math.abs(percentOf(named(id)) - percent)).toBeLessThan(tolerance);
  });

  test.each<[string, string, number, Estimand]>([
    ["b01 talked with citizens", "soc.01", 79, share("soc_talked", [2, 3, 4, 5])],
    ["b02 shares meals daily", "soc.01", 29, share("soc_meals", [5])],
    ["b03 shares meals weekly", "soc.01", 17, share("soc_meals", [4])],
    ["b04 shares meals monthly", "soc.01", 25, share("soc_meals", [3])],
    ["b05 shares meals more seldom", "soc.01", 4, share("soc_meals", [2])],
    ["b06 never shares meals", "soc.01", 23, share("soc_meals", [1])],
    [
      "b09 economically active",
      "soc.01",
      70,
      { type: "proportion", where: { any: [...hasJob.any, unemployed] } },
    ],
    ["b17 needs income", "nee.01", 60, share("nee_needed.income", [1])],
    ["b18 needs language courses", "nee.01", 43, share("nee_needed.language", [1])],
    ["b19 needs work", "nee.01", 36, share("nee_needed.work", [1])],
    ["b20 needs health services", "nee.01", 34, share("nee_needed.health", [1])],
    ["b21 needs housing", "nee.01", 25, share("nee_needed.housing", [1])],
    ["b22 speaks Lithuanian very well", "lng.01", 12, share("lng_speak", [5])],
    ["b23 lacks Lithuanian", "lng.01", 47, share("lng_speak", [1, 2])],
    ["b32 no Lithuanian", "lng.01", 38, share("lng_speak", [1])],
    ["b26 private accommodation", "hou.02", 78, share("hou_tenure", ["rent", "own"])],
  ])("%s, universe of %s: %d %", (_name, id, percent, estimand) => {
    const { universe, ...rest } = named(id);
    const asked = { label: universe.label };
    expect(Math.abs(percentOf({ ...rest, universe: asked, estimand }) - percent)).toBeLessThan(tolerance);
  });

  test("b14 employed in elementary occupations, universe of emp.05: 27 %", () => {
    const employed = { ...named("emp.05"), estimand: share("emp_occupation", ["elementary"]) };
    expect(Math.abs(percentOf(employed) - 27)).toBeLessThan(tolerance);
  });
});

function named(id: string): IndicatorDefinition {
  const found = indicators.find((indicator) => indicator.id === id);
  if (!found) throw new Error(`There is no indicator ${id}.`);
  return found;
}

/** Estimate in per cent. */
function percentOf(indicator: IndicatorDefinition): number {
  const design = makeDesign({ weights });
  const nowhere = { of: new Int32Array(dataset.rows), count: 1 };
  const { country } = evaluateIndicator(indicator, dataset, design, nowhere);
  return 100 * (country.estimate.value ?? Number.NaN);
}

/** Raked to people by declared municipality, as the wave is. */
function weighed(data: Dataset, csv: string): Float64Array {
  const { rows, lines } = readCsv(csv);
  const declared = declaredMunicipality(data, instrument);
  if (!declared) throw new Error("The instrument asks for no municipality.");
  const outside = itemWithRole(instrument, "municipality")?.measure.outsideMargins ?? [];
  const uncounted = declared.variable.codes.map(({ code }) => outside.includes(code));
  const column = { ...declared, values: declared.values.map((value) => (uncounted[value] ? -1 : value)) };
  const codes = { municipality: declared.variable.codes.map(({ code }) => code) };
  const { population } = instrument.manifest;
  const margins = parseMargins(rows, { population, allowDemonstration: true, lines, codes });
  return weighToMargins({ columns: new Map([["municipality", column]]), margins }).weights;
}

function newest(id: string) {
  const found = listPublishedFolders(join(instrumentsFolder))
    .filter(({ manifest }) => manifest.id === id)
    .toSorted((a, b) => a.manifest.version.localeCompare(b.manifest.version, "en", { numeric: true }))
    .at(-1);
  if (!found) throw new Error(`${id} is not published.`);
  return found;
}
