import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Agreement, agreeOn, type Share, surveyCoreFaults } from "@tiltas/instrument/agreement";
import { afterAll, describe, expect, test } from "vitest";
import { validInstruments } from "./instruments/tiny.ts";
import { referenceFolder, whyAbsent } from "./reference/reference-folder.ts";

/** Plan and survey-core must judge every response alike: survey-core asks, the plan checks. */
const runs = process.env.TILTAS_FULL === "1" ? 2000 : 40;
const runsOnVersions = process.env.TILTAS_FULL === "1" ? 2000 : 30;
const runsOnOwn = process.env.TILTAS_FULL === "1" ? 200 : 20;
const limit = process.env.TILTAS_FULL === "1" ? 3_600_000 : 120_000;
const now = new Date("2026-11-22T10:00:00Z");

interface Definition {
  readonly name: string;
  readonly questionnaire: unknown;
}

const corpus = referenceFolder("surveyjs");
const [real, libraryTests, versions, features, tiny]: readonly Definition[][] = [
  corpus === undefined ? [] : definitionsIn(corpus),
  corpus === undefined ? [] : definitionsIn(join(corpus, "library-tests")),
  publishedVersions(join(import.meta.dirname, "../instruments")),
  definitionsIn(join(import.meta.dirname, "agreement")),
  validInstruments().map(({ name, files }) => ({ name, questionnaire: files.questionnaire })),
];

const tried = new Map<string, Agreement>();

function expectAgreement({ name, questionnaire }: Definition, runsOn = runs): Agreement {
  const agreement = agreeOn(questionnaire, { runs: runsOn, seed: 1, now });
  tried.set(name, agreement);
  expect(agreement.disagreements).toEqual([]);
  expect(agreement.compiled || agreement.refusals.length > 0).toBe(true);
  return agreement;
}

describe(`plan and survey-core agree over ${runs} runs, over ${runsOnVersions} on our instruments, over ${runsOnOwn} on what is written to try one feature`, () => {
  const reference = [...(real ?? []), ...(libraryTests ?? [])];
  test
    .skipIf(corpus === undefined)
    .each(reference.length > 0 ? reference : [{ name: "none", questionnaire: {} }])(
    `on $name${whyAbsent(corpus)}`,
    (definition) => void expectAgreement(definition),
    limit,
  );

  test.skipIf(corpus === undefined)(`on a corpus of which 90 % compile${whyAbsent(corpus)}`, () => {
    const compiled = reference.filter(({ name }) => tried.get(name)?.compiled);
    expect(compiled.length / reference.length).toBeGreaterThanOrEqual(0.9);
  });

  test.each(versions ?? [])(
    "on $name, which compiles",
    (definition) => {
      expect(expectAgreement(definition, runsOnVersions).refusals).toEqual([]);
    },
    limit,
  );

  test.each(tiny ?? [])(
    "on the tiny instrument $name, which compiles",
    (definition) => {
      expect(expectAgreement(definition, runsOnOwn).refusals).toEqual([]);
    },
    limit,
  );

  test.each(features ?? [])(
    "on the feature $name",
    (definition) => void expectAgreement(definition, runsOnOwn),
    limit,
  );

  test("having seen at least 95 % of the outcomes of conditions and rules", () => {
    const coverage = [...tried.values()]
      .filter(({ compiled }) => compiled)
      .map((agreement) => agreement.coverage);
    const { seen, of } = sum(coverage.flatMap(({ conditions, rules }) => [conditions, rules]));
    expect(seen / of).toBeGreaterThanOrEqual(0.95);
  });
});

test("at most ten faults are laid to survey-core", () => {
  expect(surveyCoreFaults.length).toBeLessThanOrEqual(10);
});

afterAll(() => {
  const all = [...tried.values()];
  const compiled = all.filter((agreement) => agreement.compiled);
  const inWords = ({ seen, of }: Share) =>
    `${seen} of ${of} (${((100 * seen) / Math.max(1, of)).toFixed(1)} %)`;
  const conditions = inWords(sum(compiled.map(({ coverage }) => coverage.conditions)));
  const rules = inWords(sum(compiled.map(({ coverage }) => coverage.rules)));
  console.log(
    `Agreement: ${compiled.length} of ${all.length} definitions compiled, ${runs} runs each, ${runsOnOwn} on features; outcomes seen of conditions ${conditions}, of rules ${rules}.`,
  );
});

function definitionsIn(folder: string): Definition[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json") && !file.endsWith(".facts.json"))
    .sort()
    .map((file) => ({ name: basename(file, ".json"), questionnaire: readJson(join(folder, file)) }));
}

/** Every `<root>/<id>/<version>/questionnaire.json`. */
function publishedVersions(root: string): Definition[] {
  const folders = (path: string) =>
    readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  return folders(root).flatMap((id) =>
    folders(join(root, id)).flatMap((version) => {
      const file = join(root, id, version, "questionnaire.json");
      return existsSync(file) ? [{ name: `${id}@${version}`, questionnaire: readJson(file) }] : [];
    }),
  );
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

function sum(shares: readonly Share[]): Share {
  return shares.reduce((a, b) => ({ seen: a.seen + b.seen, of: a.of + b.of }), { seen: 0, of: 0 });
}
