import { readFileSync } from "node:fs";
import { join } from "node:path";
import { firstLook, type Policy, readPolicies, releaseEach } from "@tiltas/analysis/disclosure";
import type { WorkingCell, WorkingTables } from "@tiltas/analysis/lattice";
import { exampleRelease, type ReleaseFile } from "@tiltas/analysis/release";
import { root } from "../structure/source-files.ts";
import { type Person, type Population, population, tablesOf } from "./disclosure-tables.ts";

type Releases = ReadonlyMap<ReleaseFile["policy"], ReleaseFile>;

const policies = readPolicies(JSON.parse(readFileSync(join(root, "analysis/plan/policies.json"), "utf8")));

/** An invented wave: who its people are, and what each policy lets out. */
export interface MadeWave {
  readonly population: Population;
  readonly releases: Releases;
}

/** Waves of invented people, protected as every release is, narrowest circle first. */
export async function protectedWave(seed: number): Promise<MadeWave> {
  const made = population(seed);
  const narrowFirst = [policies.get("public")!, policies.get("ministry")!];
  const released = await releaseEach(tablesOf(made), narrowFirst);
  const releases = released.map(
    ({ policy, crossings }) => [policy.id, fileOf(made, policy.id, crossings)] as const,
  );
  return { population: made, releases: new Map(releases) };
}

/** The same people with the protection taken away: only what the rules for one cell alone hide. */
export async function unprotectedWave(seed: number): Promise<MadeWave> {
  const made = population(seed);
  const tables = tablesOf(made);
  const releases = [...policies].map(
    ([id, policy]) => [id, fileOf(made, id, shownByThemselves(tables, policy))] as const,
  );
  return { population: made, releases: new Map(releases) };
}

function shownByThemselves({ crossings, measures }: WorkingTables, policy: Policy): ReleaseFile["crossings"] {
  return crossings.map(({ crossing, domains, cells }) => ({
    crossing,
    domains,
    cells: cells.map((row, measure) =>
      row.map((cell) =>
        firstLook(cell, measures[measure]!, policy) === "shown" && cell
          ? shownAs(cell)
          : { state: "protected" as const },
      ),
    ),
  }));
}

function shownAs({ estimate }: WorkingCell): ReleaseFile["crossings"][number]["cells"][number][number] {
  const { standardError, degreesOfFreedom, respondents, itemNonresponse } = estimate;
  return {
    state: "published",
    value: estimate.value ?? 0,
    low: null,
    high: null,
    standardError,
    degreesOfFreedom,
    respondents,
    effectiveRespondents: null,
    designEffect: null,
    itemNonresponse,
    prorated: null,
  };
}

function fileOf(
  { lattice, ladder }: Population,
  policy: ReleaseFile["policy"],
  crossings: ReleaseFile["crossings"],
): ReleaseFile {
  const example = exampleRelease(policy);
  const { measures } = tablesOf({ people: [], lattice, ladder });
  const [any] = example.indicators;
  return {
    ...example,
    lattice,
    crossings,
    comparisons: [],
    correlations: [],
    ladder: ladder.map(({ municipality, group, stands }) => ({ municipality, group, stands })),
    measures: measures.map((measure) => ({ ...measure, label: { lt: measure.id, en: measure.id } })),
    indicators: measures.map(({ id }) => ({ ...any!, id })),
  };
}

/** An answer to one filter: how many people it says there are, and who they truly are. */
export interface Answered {
  readonly filter: string;
  readonly respondents: number;
  readonly people: ReadonlySet<number>;
}

/** Who stands in a domain of a crossing, by their place in the population. */
export function peopleIn(
  { people }: Population,
  crossing: readonly string[],
  domain: readonly string[],
): ReadonlySet<number> {
  const codeOf: Readonly<Record<string, (person: Person) => string>> = {
    "municipality-group": ({ group }) => group,
    municipality: ({ municipality }) => municipality,
    sex: ({ sex }) => sex,
    age: ({ age }) => age,
  };
  const isIn = (person: Person) => crossing.every((id, at) => codeOf[id]?.(person) === domain[at]);
  return new Set(people.flatMap((person, at) => (isIn(person) ? [at] : [])));
}

/** Pairs of filters of which one holds everybody of the other and one to nine people more: these can be told apart. */
export function fewBetween(answers: readonly Answered[]): string[] {
  const found: string[] = [];
  for (const wide of answers)
    for (const narrow of answers) {
      const difference = wide.respondents - narrow.respondents;
      if (difference < 1 || difference > 9 || wide === narrow) continue;
      if (isWithin(narrow.people, wide.people)) found.push(`${wide.filter} − ${narrow.filter}`);
    }
  return found;
}

function isWithin(some: ReadonlySet<number>, all: ReadonlySet<number>): boolean {
  for (const one of some) if (!all.has(one)) return false;
  return true;
}
