import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Instrument, readInstrument } from "../definition/index.ts";
import { digest } from "../digest/index.ts";
import { drawingOf } from "../drawing/index.ts";
import { compileConditions, compilePlan, preparePlan } from "../plan/index.ts";
import { Interviews, runInterview } from "./index.ts";

const root = join(import.meta.dirname, "../../../../instruments");
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(root, ...path), "utf8"));

interface Version {
  readonly name: string;
  readonly instrument: Instrument;
  readonly interviews: Interviews;
}

function versionsIn(id: string): Version[] {
  const versions = readdirSync(join(root, id), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return versions.map(({ name: version }) => {
    const [manifest, questionnaire, measures] = ["manifest.json", "questionnaire.json", "measures.json"].map(
      (file) => json(id, version, file),
    );
    const interviews = existsSync(join(root, id, version, "interviews.json"))
      ? json(id, version, "interviews.json")
      : [];
    return {
      name: `${id}@${version}`,
      instrument: readInstrument({ manifest, questionnaire, measures }),
      interviews: Interviews.parse(interviews),
    };
  });
}

const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const versions = folders.flatMap(({ name }) => versionsIn(name));

describe.each(versions)("the example interviews of $name", ({ instrument, interviews }) => {
  const plan = compileConditions(instrument);
  const items = new Set(instrument.items.map(({ name }) => name));
  const filled = new Set(instrument.items.filter(({ hidden }) => hidden).map(({ name }) => name));
  const { plan: compiled, refusals } = compilePlan(instrument.questionnaire);
  const check = (answers: Readonly<Record<string, unknown>>) => {
    if (!compiled) throw new Error(`The plan refuses ${refusals[0]?.path}: ${refusals[0]?.message}`);
    return preparePlan(compiled).check(answers, { now: new Date("2026-11-22T10:00:00Z") });
  };

  const drawing = drawingOf(instrument);
  /** Drawn items that hold what these answers rule out, or more than is drawn. */
  const ruledOut = (answers: Readonly<Record<string, unknown>>) => {
    const chances = drawing.chances(answers);
    return Object.entries(drawing.draw("anybody", answers)).flatMap(([item, { length: most }]) => {
      const drawn = [answers[item] ?? []].flat().map(String);
      const isPossible = drawn.length <= most && drawn.every((code) => code in (chances[item] ?? {}));
      return isPossible ? [] : [item];
    });
  };

  test("exist", () => {
    expect(interviews.length).toBeGreaterThan(0);
  });

  test.each(interviews)("$name", ({ steps, answers }) => {
    const result = runInterview(instrument.questionnaire, steps);
    expect(result.findings).toEqual([]);
    if (answers !== undefined) expect(result.answers).toEqual(answers);
    expect(ruledOut(result.answers)).toEqual([]);
    const { removed } = check(result.answers);
    expect(removed.filter(({ path }) => !filled.has(path))).toEqual([]);
    const asked = [...plan.asked(result.answers)].filter((name) => !filled.has(name));
    expect(asked.sort()).toEqual([...result.asked].filter((name) => items.has(name)).sort());
  });
});

describe("published versions are frozen", () => {
  const published = Object.entries(Object(json("published.json"))).filter(([name]) => !name.includes("/"));

  test.each(published)("%s is as it was published", (name, expected) => {
    expect(versions.find((version) => version.name === name)?.instrument.digest).toBe(expected);
  });

  test("the digest is that of the questionnaire's file", () => {
    for (const { name, instrument } of versions) {
      const [id = "", version = ""] = name.split("@");
      expect(instrument.digest).toBe(digest(json(id, version, "questionnaire.json")));
    }
  });
});
