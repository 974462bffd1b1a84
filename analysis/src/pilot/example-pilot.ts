import { readInstrument } from "@tiltas/instrument/definition";
import { type Random, seeded } from "@tiltas/instrument/simulation";
import type { InterviewNote, PilotInput, PilotResponse, TimeSpent } from "./input.ts";
import { defaultThresholds } from "./thresholds.ts";
import { unitsOf } from "./units.ts";

/** What may be wrong with an invented pilot. */
export type PilotFault = "turned" | "alike" | "exits" | "inventor" | "speeder" | "copies" | "refused";

const rows = ["a", "b", "c", "d", "e"];
const words = (text: string) => ({
  lt: `${text} lietuviškai parašyta`,
  en: `${text} written in English`,
  ru: `${text} написано по русски`,
});
const choices = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ value: i + 1, text: words(`Option ${i + 1}`) }));
const grid = (name: string) => ({
  type: "matrix",
  name,
  title: words(`How much do you agree with these statements of ${name}`),
  columns: choices(5),
  rows: rows.map((value) => ({ value, text: words(`Statement ${value} about your everyday life`) })),
});
const single = (name: string, options: number) => ({
  type: "radiogroup",
  name,
  title: words(`Please think of the last month and tell us about ${name}`),
  choices: [
    ...choices(options),
    { value: "dont-know", text: words("Hard to say") },
    { value: "refused", text: words("No answer") },
  ],
});
const facts = Array.from({ length: 12 }, (_, i) => `fact_${i + 1}`);
const trusts = ["trust_a", "trust_b", "trust_c", "trust_d"];
const pages = [
  { name: "services", elements: [grid("srv")] },
  { name: "belonging", elements: [grid("bel")] },
  ...trusts.map((name) => ({ name, elements: [single(name, 5)] })),
  { name: "plain", elements: [single("plain", 5)] },
  ...[0, 3, 6, 9].map((from) => ({
    name: `facts_${from + 1}`,
    elements: facts.slice(from, from + 3).map((name) => single(name, 3)),
  })),
  { name: "income", elements: [single("income", 6)] },
  { name: "end", elements: [single("satisfied", 5), single("arm", 2)] },
];

const ordinal = new Set(["srv", "bel", ...trusts, "plain", "income", "satisfied"]);

/** An invented questionnaire: two grids, a scale of four items, facts, one sensitive item. */
export const exampleInstrument = readInstrument({
  manifest: {
    id: "example-pilot",
    version: "0.1.0",
    title: { en: "Example" },
    languages: ["lt", "en", "ru"],
    universe: { en: "Invented people" },
    population: { minimumAge: 18, euCitizens: "out", residence: "actual" },
    licence: "MIT",
  },
  questionnaire: { pages },
  measures: {
    items: Object.fromEntries(
      pages.flatMap(({ elements }) =>
        elements.map(({ name }) => [
          name,
          {
            concept: name,
            domain: "life",
            level: ordinal.has(name) ? "ordinal" : "nominal",
            purpose: "An example",
            dataClass: name === "income" ? "sensitive" : "ordinary",
          },
        ]),
      ),
    ),
  },
});

const index = (id: string, variables: readonly string[], reversed: readonly string[] = []) => ({
  id,
  label: { en: id },
  items: variables.map((variable) => ({
    variable,
    minimum: 1,
    maximum: 5,
    ...(reversed.includes(variable) ? { reversed: true } : {}),
  })),
});

export const exampleScales = [
  index(
    "services",
    rows.map((row) => `srv.${row}`),
    ["srv.e"],
  ),
  index(
    "belonging",
    rows.map((row) => `bel.${row}`),
    ["bel.d", "bel.e"],
  ),
  index("trust", trusts),
];

const languages = ["lt", "en", "ru"] as const;

/** An invented pilot, the same for the same seed; `each` respondents a language. */
export function examplePilot(seed: number, faults: readonly PilotFault[] = [], each = 220): PilotInput {
  const random = seeded(seed, 77);
  const has = (fault: PilotFault) => faults.includes(fault);
  const people = Array.from({ length: 3 * each }, (_, i) => {
    const language = languages[i % 3]!;
    return {
      id: `r${String(i + 1).padStart(4, "0")}`,
      language,
      interviewer: `I${(Math.floor(i / 3) % 8) + 1}`,
      answers: answersOf(random, language, has),
    };
  });
  if (has("inventor")) inventInterviews(random, people);
  if (has("copies"))
    for (const [to, from] of [
      [30, 60],
      [33, 63],
      [36, 63],
    ] as const)
      people[to]!.answers = { ...people[from]!.answers, fact_1: 1 };
  const responses = people.map(
    ({ id, language, answers }): PilotResponse => ({
      responseId: id,
      language,
      mode: "interview",
      answers: JSON.stringify(answers),
    }),
  );
  return {
    instrument: exampleInstrument,
    responses,
    scales: exampleScales,
    times: timesOf(random, people, has("speeder") ? "r0100" : ""),
    interviewers: new Map(people.map(({ id, interviewer }) => [id, interviewer])),
    arms: "arm",
    thresholds: defaultThresholds,
    seed,
  };
}

type Answers = Record<string, unknown>;

function answersOf(random: Random, language: string, has: (fault: PilotFault) => boolean): Answers {
  const traits = [random.normal(), random.normal(), random.normal()];
  const rung = (trait: number, turned = false) => {
    const place = Math.min(5, Math.max(1, Math.round(3 + 0.95 * trait + 0.75 * random.normal())));
    return turned ? 6 - place : place;
  };
  const gridOf = (trait: number, reversed: readonly string[]) =>
    Object.fromEntries(rows.map((row) => [row, rung(trait, reversed.includes(row))]));
  const srv = gridOf(traits[0]!, ["e"]);
  if (has("turned") && language === "ru") srv.b = 6 - srv.b!;
  const answers: Answers = { srv, bel: gridOf(traits[1]!, ["d", "e"]) };
  for (const name of trusts) answers[name] = missing(random) ?? rung(traits[2]!);
  answers.plain = has("alike") && !random.chance(0.01) ? 5 : rung(random.normal());
  for (const name of facts) answers[name] = missing(random) ?? 1 + random.weighted([4, 3, 2]);
  const leaves = random.chance(0.03)
    ? random.index(pages.length - 2)
    : has("exits") && random.chance(0.15)
      ? pages.length - 3
      : pages.length;
  answers.income = random.chance(has("refused") && language === "en" ? 0.5 : 0.08)
    ? "refused"
    : 1 + random.index(6);
  answers.satisfied = rung(traits[1]! / 2);
  answers.arm = 1 + random.index(2);
  const seen = new Set(pages.slice(0, leaves).flatMap(({ elements }) => elements.map(({ name }) => name)));
  return Object.fromEntries(Object.entries(answers).filter(([name]) => seen.has(name)));
}

function missing(random: Random): string | undefined {
  return random.chance(0.02) ? "dont-know" : random.chance(0.01) ? "refused" : undefined;
}

/** One interviewer fills in what comes to mind, which is much the same each time. */
function inventInterviews(random: Random, people: { interviewer: string; answers: Answers }[]): void {
  const [first, ...others] = people.filter(({ interviewer }) => interviewer === "I3");
  for (const other of others)
    for (const [name, answer] of Object.entries(first!.answers))
      if (random.chance(0.5)) other.answers[name] = answer;
}

function timesOf(
  random: Random,
  people: readonly { id: string; language: string; answers: Answers }[],
  speeder: string,
): TimeSpent[] {
  const byItem = new Map(unitsOf(exampleInstrument).map((unit) => [unit.item, unit]));
  return people.flatMap(({ id, language, answers }) => {
    const pace = 600 * Math.exp(0.18 * random.normal()) * (id === speeder ? 0.2 : 1);
    return Object.keys(answers).map((item) => ({
      response: id,
      item,
      milliseconds: Math.round(
        pace * (byItem.get(item)?.words[language] ?? 20) * Math.exp(0.3 * random.normal()),
      ),
      focused: true,
    }));
  });
}

/** Six interviews a language about one item, half of them with a problem. */
export function exampleNotes(item: string): InterviewNote[] {
  return languages.flatMap((language) =>
    Array.from(
      { length: 6 },
      (_, i): InterviewNote => ({
        item,
        language,
        respondent: `P${i + 1}`,
        probe: "In your own words?",
        summary: "Understands it otherwise",
        code: i % 2 === 0 ? "option-missing" : "none",
        secondCode: i === 0 && language === "en" ? "term" : i % 2 === 0 ? "option-missing" : "none",
        severity: i % 2 === 0 ? 2 : 0,
        fix: "",
      }),
    ),
  );
}
