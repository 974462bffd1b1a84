import type { ResponseForAnalysis } from "../dataset/index.ts";
import { exampleIndicators, exampleInstrument, type Place } from "./example-instrument.ts";
import type { Sample, WaveReportInput } from "./wave-report.ts";

/** A small wave with an indicator of every type, for the tests of this room; nobody's real answers. */
export interface ExampleWave {
  /** Respondents by municipality code. */
  readonly respondents: Readonly<Record<string, number>>;
  readonly language?: "lt" | "en";
  readonly synthetic?: boolean;
  readonly sample?: Sample;
  readonly weighted?: boolean;
  /** Municipalities by code; the codes of `respondents` when left out. */
  readonly municipalities?: readonly Place[];
}

export function exampleWave(wave: ExampleWave): WaveReportInput {
  const places =
    wave.municipalities ??
    Object.keys(wave.respondents).map((code) => ({
      code,
      label: { lt: `Vietos ${code} savivaldybė`, en: `Place ${code} Municipality` },
    }));
  return {
    study: {
      title: {
        lt: "Trečiųjų šalių piliečių integracija 2026",
        en: "Integration of third-country nationals 2026",
      },
    },
    wave: {
      id: "2026-autumn",
      title: { lt: "Rudens banga", en: "Autumn wave" },
      synthetic: wave.synthetic ?? false,
      sample: wave.sample ?? "register",
      opens: "2026-09-01",
      closes: "2026-10-31",
    },
    instruments: [exampleInstrument(places)],
    responses: responsesOf(wave.respondents),
    indicators: { set: exampleIndicators, digest: "b".repeat(64) },
    margins: wave.weighted
      ? { rows: marginsOf(places.map(({ code }) => code)), digest: "c".repeat(64) }
      : null,
    asOf: "2026-11-02T09:30:00Z",
    software: "0.1.0",
    language: wave.language ?? "en",
  };
}

function* responsesOf(respondents: Readonly<Record<string, number>>): Generator<ResponseForAnalysis> {
  const draw = sequence(2026);
  const pick = <T>(options: readonly T[]): T | undefined => options[Math.floor(draw() * options.length)];
  let number = 0;
  for (const [municipality, count] of Object.entries(respondents))
    for (let i = 0; i < count; i++) {
      const works = draw() < 0.6 + Number(municipality) / 500;
      const answers = {
        ...(municipality === "" ? {} : { municipality }),
        sex: pick(["female", "male"]),
        activity: works ? "employed" : pick(["unemployed", "at-home", "refused"]),
        ...(works ? { contract: pick(["yes", "yes", "yes", "no", "dont-know"]) } : {}),
        satisfaction: pick(["good", "good", "neither", "poor"]),
        life: pick([3, 5, 6, 7, 8, 9]),
        understands: pick([1, 2, 3, 4, 5]),
        speaks: pick([2, 3, 4, 5]),
        ...(draw() < 0.9 ? { writes: pick([1, 1, 2, 3, 4]) } : {}),
        help: pick(["yes", "yes", "no", "dont-know"]),
      };
      number++;
      yield {
        responseId: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
        revision: 1,
        hash: String(number).padStart(64, "0"),
        instrument: "a".repeat(64),
        language: "uk",
        mode: "web",
        answers: JSON.stringify(answers),
        leftOut: null,
      };
    }
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function marginsOf(codes: readonly string[]): Record<string, string>[] {
  const counted = {
    reference_date: "2026-01-01",
    ages: "18+",
    eu_citizens: "out",
    residence: "declared",
    definition: "residents",
    source: "made up for a test",
    confidence: "official",
  };
  const rows = codes.map((code, i) => ({
    margin: "municipality",
    cell: `municipality=${code}`,
    count: String(1000 + 150 * i),
  }));
  const total = rows.reduce((sum, { count }) => sum + Number(count), 0);
  const bySex = ["female", "male"].map((code, i) => ({
    margin: "sex",
    cell: `sex=${code}`,
    count: String(Math.round(total * (0.46 + i * 0.06))),
  }));
  return [{ margin: "total", cell: "", count: String(total) }, ...rows, ...bySex].map((row) => ({
    ...row,
    ...counted,
  }));
}
