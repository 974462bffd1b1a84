import { defaultThresholds, type PilotInput, unitsOf } from "@tiltas/analysis/pilot";
import type { Instrument } from "@tiltas/instrument/definition";
import { CommandError } from "../../terminal/index.ts";
import {
  type Known,
  readInterviewers,
  readNotes,
  readRatings,
  readRetest,
  readTimes,
} from "./read-evidence.ts";
import { type PilotResponses, readResponsesFile } from "./read-responses.ts";
import { readScales, readThresholds, scalesOfFolder } from "./read-scales.ts";
import { nearest } from "./read-table.ts";

/** The files of a pilot as a person named them. */
export interface PilotFiles {
  readonly responses?: string;
  readonly data?: string;
  readonly databaseUrl?: string;
  readonly wave?: string;
  readonly notes?: string;
  readonly ratings?: string;
  readonly paradata?: string;
  readonly retest?: string;
  readonly interviewers?: string;
  readonly arms?: string;
  readonly scales?: string;
  readonly thresholds?: string;
  readonly seed: number;
}

/** Reads everything a pilot has. @throws CommandError with a sentence for each thing that is wrong */
export async function readPilot(folder: string, instrument: Instrument, files: PilotFiles) {
  const units = unitsOf(instrument);
  const thresholds = files.thresholds === undefined ? defaultThresholds : readThresholds(files.thresholds);
  const ofFolder = scalesOfFolder(folder);
  const scales = files.scales === undefined ? ofFolder.scales : readScales(files.scales, units);
  const arms = files.arms === undefined ? undefined : checkedArms(files.arms, units);
  const { responses, synthetic, leftOut, times } = await responsesOf(files, instrument);
  const known: Known = {
    units,
    pages: new Set(instrument.pages.map(({ name }) => name)),
    languages: instrument.manifest.languages,
    responses: new Set(responses.map(({ responseId }) => responseId)),
  };
  const { notes, ratings, paradata, retest, interviewers } = files;
  const input: PilotInput = {
    instrument,
    responses,
    scales,
    knowledge: ofFolder.knowledge,
    ...(notes === undefined ? {} : { notes: readNotes(notes, known) }),
    ...(ratings === undefined ? {} : { ratings: readRatings(ratings, known) }),
    ...(times === undefined ? {} : { times }),
    ...(paradata === undefined ? {} : { times: readTimes(paradata, known) }),
    ...(retest === undefined ? {} : { retest: readRetest(retest, known) }),
    ...(interviewers === undefined ? {} : { interviewers: readInterviewers(interviewers, known) }),
    ...(arms === undefined ? {} : { arms }),
    thresholds,
    seed: files.seed,
  };
  return { input, synthetic, leftOut };
}

async function responsesOf(files: PilotFiles, instrument: Instrument): Promise<PilotResponses> {
  const { responses, data, databaseUrl: url, wave } = files;
  if (responses !== undefined) return readResponsesFile(responses);
  if (wave === undefined || (data === undefined && url === undefined))
    throw new CommandError("Say where the responses are: --responses FILE, or --data FOLDER with --wave ID.");
  // Databases are loaded by those only who read from one.
  const { readWave } = await import("./read-wave.ts");
  return readWave({ data: data ?? "", url, wave }, instrument);
}

function checkedArms(arms: string, units: ReturnType<typeof unitsOf>): string {
  const unit = units.find(({ name }) => name === arms);
  const names = units.map(({ name }) => name);
  if (!unit) {
    const offer = nearest(arms, names);
    throw new CommandError(
      `There is no item "${arms}" to hold the arms. ${offer ? `Did you mean "${offer}"?` : "Name a single-choice item of the questionnaire."}`,
    );
  }
  if (unit.variables.length !== 1 || unit.codes.length < 2 || unit.codes.length > 6)
    throw new CommandError(
      `The item "${arms}" cannot hold the arms of a split ballot. Name a single-choice item with two to six options.`,
    );
  return arms;
}
