import { beforeAll, describe, expect, test } from "vitest";
import { evidenceFor } from "./evidence.ts";
import { exampleNotes, examplePilot } from "./example-pilot.ts";
import { known, unknown } from "./figure.ts";
import { defaultThresholds, makePilotReport, type PilotReport } from "./index.ts";

const verdictOf = (report: PilotReport, unit: string, language?: string) =>
  report.verdicts.find((one) => one.unit === unit && one.language === language);
const rulesOf = (report: PilotReport, unit: string, language?: string) =>
  verdictOf(report, unit, language)?.evidence.map(({ rule }) => rule);
const flagged = (report: PilotReport, rule: string) =>
  report.figures.respondents.flags.filter((flag) => flag.rule === rule).map(({ response }) => response);

describe("a pilot in which everything that can go wrong went wrong", () => {
  let report: PilotReport;
  beforeAll(async () => {
    report = await makePilotReport(
      examplePilot(1, ["turned", "alike", "exits", "inventor", "speeder", "copies", "refused"]),
    );
  });

  test("a translated item whose scale is turned round is to be translated again, there and only there", () => {
    expect(verdictOf(report, "srv.b", "ru")).toMatchObject({ verdict: "retranslate", respondents: 219 });
    expect(rulesOf(report, "srv.b", "ru")).toEqual(expect.arrayContaining(["backwards", "dif"]));
    expect(verdictOf(report, "srv.b", "lt")?.verdict).toBe("keep");
    expect(verdictOf(report, "srv.b", "en")?.verdict).toBe("keep");
    for (const row of ["a", "c", "d", "e"]) expect(verdictOf(report, `srv.${row}`)?.verdict).toBe("keep");
    const services = report.figures.invariance.find(({ scale }) => scale === "services");
    expect(services?.metricCfi.known && services.metricCfi.value).toBeGreaterThan(0.01);
  });

  test("an item that everyone answers alike is dropped", () => {
    expect(verdictOf(report, "plain")).toMatchObject({ verdict: "drop" });
    expect(rulesOf(report, "plain")).toEqual(["alike"]);
  });

  test("an item that half of one language refuses is about that translation", () => {
    expect(verdictOf(report, "income", "en")?.verdict).toBe("retranslate");
    expect(verdictOf(report, "income", "lt")?.verdict).toBe("keep");
  });

  test("the page where many leave is named, and no other", () => {
    expect(report.figures.pages.filter(({ isBeyond }) => isBeyond).map(({ page }) => page)).toEqual([
      "facts_10",
    ]);
    expect(rulesOf(report, "fact_11")).toContain("page-exits");
    expect(verdictOf(report, "fact_11")?.verdict).toBe("keep");
  });

  test("the interviewer who makes up answers stands out, the others do not", () => {
    const out = report.figures.interviewers.people.filter(({ stands }) => stands === "out");
    expect(out.map(({ interviewer }) => interviewer)).toEqual(["I3"]);
  });

  test("the speeder and the copies are flagged; nothing is deleted", () => {
    expect(flagged(report, "fast-in-all")).toEqual(["r0100"]);
    expect(flagged(report, "near-duplicate")).toEqual(
      expect.arrayContaining(["r0031", "r0034", "r0037", "r0061", "r0064"]),
    );
    expect(report.respondents).toBe(660);
  });

  test("a scale too few answered in full is not compared, and says how many it takes", () => {
    const trust = report.figures.invariance.find(({ scale }) => scale === "trust");
    expect(trust?.metricCfi).toEqual({ known: false, reason: "too-few", n: 192, needs: 200 });
  });

  test("no answer stands in the report", () => {
    expect(JSON.stringify(report)).not.toContain('answers":{');
  });
});

test("in pilots without a fault nothing is said against any item, page or interviewer", async () => {
  for (const seed of [11, 12]) {
    const report = await makePilotReport(examplePilot(seed, [], 120));
    expect(report.verdicts.filter(({ verdict }) => verdict !== "keep")).toEqual([]);
    expect(report.figures.pages.filter(({ isBeyond }) => isBeyond)).toEqual([]);
    expect(report.figures.interviewers.people.filter(({ stands }) => stands === "out")).toEqual([]);
    expect(report.figures.interviewers.effects.filter(({ isBeyond }) => isBeyond)).toEqual([]);
    expect(flagged(report, "fast-in-all")).toEqual([]);
    expect(flagged(report, "near-duplicate")).toEqual([]);
    expect(report.figures.arms.filter(({ pValue }) => pValue !== null && pValue < 0.05)).toEqual([]);
    const rate = report.figures.respondents.flags.length / report.respondents;
    expect(rate).toBeLessThan(0.05);
  }
});

test("twenty people are not enough for any verdict, but for what interviews say", async () => {
  const input = { ...examplePilot(2, ["turned", "alike"], 7), notes: exampleNotes("fact_2") };
  const report = await makePilotReport(input);
  expect(verdictOf(report, "fact_2", "ru")).toMatchObject({
    verdict: "change-options",
    evidence: [{ rule: "problems", codes: ["option-missing"] }],
  });
  const others = report.verdicts.filter(({ unit }) => unit !== "fact_2");
  expect(new Set(others.map(({ verdict }) => verdict))).toEqual(new Set(["not-estimable"]));
  expect(report.figures.coders).toEqual({ known: false, reason: "too-few", n: 18, needs: 20 });
});

test("a response sent sixty times is flagged sixty times, however many pairs that makes", async () => {
  const input = examplePilot(4, [], 30);
  const responses = input.responses.map((one, i) =>
    i < 60 ? { ...one, answers: input.responses[0]!.answers } : one,
  );
  const report = await makePilotReport({ ...input, responses });
  expect(flagged(report, "near-duplicate")).toHaveLength(60);
});

test("nobody at all is a report too", async () => {
  const report = await makePilotReport({ ...examplePilot(1, [], 1), responses: [] });
  expect(report.respondents).toBe(0);
  expect(new Set(report.verdicts.map(({ verdict }) => verdict))).toEqual(new Set(["not-estimable"]));
});

test("the same pilot gives the same report", async () => {
  const once = JSON.stringify(await makePilotReport(examplePilot(3, [], 30)));
  expect(JSON.stringify(await makePilotReport(examplePilot(3, [], 30)))).toBe(once);
});

test("experts and a second time: worked by hand", async () => {
  const input = examplePilot(1, [], 20);
  const rated = [4, 4, 4, 2, 1].map((relevance, i) => ({
    item: "fact_1",
    rater: `E${i}`,
    relevance: relevance as 4,
  }));
  // Forty people answer bel.a again exactly as before.
  const retest = input.responses.slice(0, 40).map(({ responseId, answers }) => ({
    response: responseId,
    answers: new Map([["bel.a", String(JSON.parse(answers).bel?.a ?? "")]]),
  }));
  const report = await makePilotReport({ ...input, ratings: rated, retest });
  expect(report.figures.ratings).toMatchObject([
    { unit: "fact_1", relevance: { value: 0.6, n: 5 }, ratio: { value: 0.2 }, beyondChance: false },
  ]);
  expect(verdictOf(report, "fact_1")).toMatchObject({ verdict: "reword", evidence: [{ rule: "relevance" }] });
  expect(report.figures.retest).toMatchObject([
    { name: "bel.a", statistic: "weighted-kappa", figure: { value: 1 } },
  ]);
});

describe("a threshold", () => {
  const question = (pooled: ReturnType<typeof known>, ...languages: ReturnType<typeof known>[]) =>
    evidenceFor(
      {
        rule: "nonresponse",
        threshold: "nonresponse",
        side: "above",
        effect: "reword",
        pooled,
        languages: new Map(languages.map((figure, i) => [["lt", "en", "ru"][i]!, figure])),
      },
      defaultThresholds,
      "lt",
    ).map(({ language, effect }) => [language, effect]);

  test("fires only where the whole interval lies beyond it; else it is a note", () => {
    expect(question(known(0.2, 100, 0.14, 0.28))).toEqual([[undefined, "reword"]]);
    expect(question(known(0.12, 100, 0.07, 0.2))).toEqual([[undefined, "note"]]);
    expect(question(known(0.08, 100, 0.05, 0.12))).toEqual([]);
  });

  test("is about a translation where one language alone passes it, about its wording in the source language", () => {
    const [high, low] = [known(0.4, 50, 0.3, 0.5), known(0.02, 50, 0, 0.05)];
    expect(question(high, low, low, high)).toEqual([["ru", "retranslate"]]);
    expect(question(high, high, low, low)).toEqual([["lt", "reword"]]);
    expect(question(high, high, high, low)).toEqual([[undefined, "reword"]]);
    expect(
      evidenceFor(
        {
          rule: "nonresponse",
          threshold: "nonresponse",
          side: "above",
          effect: "reword",
          pooled: unknown("too-few", 3, 30),
          languages: new Map(),
        },
        defaultThresholds,
        "lt",
      ),
    ).toEqual([]);
  });
});
