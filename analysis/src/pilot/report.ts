import { type PilotFigures, pilotFigures } from "./figures.ts";
import type { PilotInput, PilotScale } from "./input.ts";
import { readPeople } from "./people.ts";
import type { PilotThresholds } from "./thresholds.ts";
import type { PilotUnit } from "./units.ts";
import { type UnitVerdict, unitVerdicts } from "./verdicts.ts";

/** A file that a pilot may have beside its responses. */
export type PilotSource = "notes" | "ratings" | "times" | "retest" | "interviewers" | "arms";

/** What a pilot says of a questionnaire: working estimates, unweighted, never to be released. Holds no answers. */
export interface PilotReport {
  readonly instrument: { readonly id: string; readonly version: string; readonly digest: string };
  readonly respondents: number;
  /** Languages in use with their respondents, the most frequent first. */
  readonly languages: readonly { readonly language: string; readonly respondents: number }[];
  readonly sources: readonly PilotSource[];
  readonly units: readonly PilotUnit[];
  readonly scales: readonly PilotScale[];
  readonly verdicts: readonly UnitVerdict[];
  readonly figures: PilotFigures;
  readonly thresholds: PilotThresholds;
  readonly seed: number;
}

const sources: readonly PilotSource[] = ["notes", "ratings", "times", "retest", "interviewers", "arms"];

/**
 * Joins everything a pilot has into figures and one verdict for each item and language. What fewer people than its
 * threshold stand behind is "not estimable"; the same input gives the same report.
 *
 * @source thresholds: docs/methods/pilot.md
 */
export async function makePilotReport(input: PilotInput): Promise<PilotReport> {
  const people = await readPeople(input);
  const figures = pilotFigures(input, people);
  const { id, version } = input.instrument.manifest;
  return {
    instrument: { id, version, digest: input.instrument.digest },
    respondents: people.count,
    languages: people.languages.map((language, place) => ({
      language,
      respondents: people.language.reduce((sum, own) => (own === place ? sum + 1 : sum), 0),
    })),
    sources: sources.filter((source) => input[source] !== undefined),
    units: people.units,
    scales: input.scales,
    verdicts: unitVerdicts(people.units, people.languages, figures, input),
    figures,
    thresholds: input.thresholds,
    seed: input.seed,
  };
}
