import { z } from "zod";
import type { Column, Dataset, Roster, Variable } from "../dataset/dataset.ts";
import { missingReasons } from "../dataset/dataset.ts";
import { makeDesign } from "../design/index.ts";
import { IndicatorError } from "./answers.ts";
import type { IndicatorDefinition } from "./definition.ts";
import { evaluateIndicator } from "./evaluate.ts";
import type { IndicatorEstimate } from "./measured.ts";

/** Answers by variable; `?reason` is a missing reason, and what is left out was asked and not answered. */
const Answers = z.record(z.string(), z.union([z.string(), z.number()]));

const Expected = z.strictObject({
  /** In the unit of the estimate (shares 0 to 1); null where there is none, and `reason` says why. */
  value: z.number().nullable(),
  reason: z.string().optional(),
  /** Those with an answer that counts, and those who were asked. */
  respondents: z.int().optional(),
  eligible: z.int().optional(),
  itemNonresponse: z.number().optional(),
  prorated: z.number().optional(),
  /** Values of sub-scores, needs or chosen channels by id. */
  parts: z.record(z.string(), z.number().nullable()).optional(),
});

/** A few respondents and what an indicator comes to among them: the definition's own proof, kept beside it. */
export const IndicatorCase = z.strictObject({
  name: z.string().min(1),
  respondents: z.array(Answers).min(1),
  /** 1 for everyone when left out. */
  weights: z.array(z.number()).optional(),
  /** Of an indicator that rests on a draw: each respondent's chance of having drawn it; 1 for everyone when left out. */
  chances: z.array(z.number().gt(0).max(1)).optional(),
  /** Members of lists by item name; `owner` is the place of the respondent, from 0. */
  rosters: z
    .record(
      z.string(),
      z.array(z.object({ owner: z.int().min(0) }).catchall(z.union([z.string(), z.number()]))),
    )
    .optional(),
  expect: Expected,
});
export type IndicatorCase = z.infer<typeof IndicatorCase>;

/** The variables of an instrument, and those of its lists by item name. */
export interface CaseVariables {
  readonly variables: readonly Variable[];
  readonly rosters?: ReadonlyMap<string, readonly Variable[]>;
}

/** Runs a case. @returns a sentence for each thing that comes out otherwise; nothing when the case holds */
export function failuresOf(
  indicator: IndicatorDefinition,
  one: IndicatorCase,
  variables: CaseVariables,
): string[] {
  try {
    const dataset = datasetOf(indicator, one, variables);
    const weights = one.weights ?? one.respondents.map(() => 1);
    const design = makeDesign({ weights, singlePsu: "remove" });
    const everyone = { of: new Int32Array(dataset.rows), count: 1 };
    const { country, parts } = evaluateIndicator(indicator, dataset, design, everyone);
    const partValues = new Map(parts.map((part) => [part.id, part.country.estimate.value]));
    return [...differences(country, one), ...partDifferences(partValues, one)].map(
      (text) => `${indicator.id}, case "${one.name}": ${text}`,
    );
  } catch (error) {
    if (error instanceof IndicatorError) return [`${indicator.id}, case "${one.name}": ${error.message}`];
    throw error;
  }
}

function* differences(
  { estimate, eligible, prorated }: IndicatorEstimate,
  { expect }: IndicatorCase,
): Generator<string> {
  if (!same(estimate.value, expect.value)) yield `the value is ${estimate.value}, expected ${expect.value}.`;
  if (expect.reason !== estimate.reason && (expect.value === null || estimate.reason !== undefined))
    yield `the reason is ${estimate.reason ?? "none"}, expected ${expect.reason ?? "none"}.`;
  for (const [what, ours, theirs] of [
    ["respondents", estimate.respondents, expect.respondents],
    ["eligible", eligible, expect.eligible],
    ["itemNonresponse", estimate.itemNonresponse, expect.itemNonresponse],
    ["prorated", prorated, expect.prorated],
  ] as const)
    if (theirs !== undefined && !same(ours, theirs)) yield `${what} is ${ours}, expected ${theirs}.`;
}

function* partDifferences(
  parts: ReadonlyMap<string, number | null>,
  { expect }: IndicatorCase,
): Generator<string> {
  for (const [id, value] of Object.entries(expect.parts ?? {}))
    if (!parts.has(id)) yield `there is no part "${id}", only ${[...parts.keys()].join(", ") || "none"}.`;
    else if (!same(parts.get(id) ?? null, value))
      yield `the part "${id}" is ${parts.get(id)}, expected ${value}.`;
}

function same(ours: number | null, theirs: number | null): boolean {
  if (ours === null || theirs === null) return ours === theirs;
  return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(theirs));
}

/** Respondents of a case drew what the indicator rests on, unless their answers give 0 for it. */
function datasetOf(
  { drawn }: IndicatorDefinition,
  { respondents: given, rosters, chances }: IndicatorCase,
  known: CaseVariables,
): Dataset {
  const respondents = drawn === undefined ? given : given.map((answers) => ({ [drawn]: 1, ...answers }));
  const lists = Object.entries(rosters ?? {}).map(([name, members]): [string, Roster] => {
    const variables = known.rosters?.get(name);
    if (!variables) throw new IndicatorError(`The instrument has no list "${name}".`);
    const answers = members.map(({ owner: _owner, ...rest }) => rest);
    const owner = Int32Array.from(members, (member) => member.owner);
    return [name, { rows: members.length, owner, columns: columnsOf(variables, answers) }];
  });
  return {
    rows: respondents.length,
    columns: columnsOf(known.variables, respondents),
    digest: "",
    exclusions: {},
    ...(drawn === undefined
      ? {}
      : { chances: new Map([[drawn, Float64Array.from(chances ?? respondents.map(() => 1))]]) }),
    ...(lists.length > 0 ? { rosters: new Map(lists) } : {}),
  };
}

type Answered = Readonly<Record<string, string | number>>;

function columnsOf(variables: readonly Variable[], rows: readonly Answered[]): ReadonlyMap<string, Column> {
  const names = new Set(variables.map(({ name }) => name));
  for (const row of rows)
    for (const name of Object.keys(row))
      if (!names.has(name)) throw new IndicatorError(`A respondent answers "${name}", which is no variable.`);
  return new Map(variables.map((variable) => [variable.name, columnOf(variable, rows)]));
}

const reasonNames: readonly string[] = missingReasons;

function columnOf(variable: Variable, rows: readonly Answered[]): Column {
  const answers = rows.map((row) => row[variable.name] ?? "?no-answer");
  const missing = Uint8Array.from(answers, (answer) => reasonOf(answer));
  const places = new Map<unknown, number>(variable.codes.map(({ code }, i) => [code, i]));
  if (variable.kind === "number") {
    const values = Float64Array.from(answers, (answer) => (typeof answer === "number" ? answer : Number.NaN));
    return { variable, values, missing };
  }
  const values = Int16Array.from(answers, (answer, row) => {
    if (missing[row] !== 0) return -1;
    const place = places.get(answer);
    if (place !== undefined) return place;
    throw new IndicatorError(`"${variable.name}" has no code ${JSON.stringify(answer)}.`);
  });
  return { variable, values, missing };
}

function reasonOf(answer: string | number): number {
  if (typeof answer === "number" || !answer.startsWith("?")) return 0;
  const reason = reasonNames.indexOf(answer.slice(1));
  if (reason > 0) return reason;
  throw new IndicatorError(`"${answer}" is no missing reason. They are: ${reasonNames.slice(1).join(", ")}.`);
}
