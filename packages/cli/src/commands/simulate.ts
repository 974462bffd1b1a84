import { readCsv, writeCsv } from "@tiltas/formats/tables";
import { type VariableDescription, variablesOf } from "@tiltas/instrument/codebook";
import { DefinitionError, type Instrument, readInstrument } from "@tiltas/instrument/definition";
import { MarginsMisfitError, type SimulatedResponse, simulate } from "@tiltas/instrument/simulation";
import { InstrumentFolderError, readInstrumentFolder } from "@tiltas/store/folders";
import { type Command, Option } from "commander";
import { CommandError, type Output, readNamedFile, wholeNumber, writeNamedFile } from "../terminal/index.ts";

interface SimulateOptions {
  readonly respondents: number;
  readonly seed: number;
  readonly margins: string;
  readonly out: string;
  readonly format: "csv" | "jsonl";
}

const terminal: Output = { print: (text) => console.log(text), complain: (text) => console.error(text) };

/** `tiltas simulate INSTRUMENT-FOLDER --respondents N --seed S --margins FILE --out FILE` */
export function simulateCommand(program: Command, output: Output = terminal): void {
  program
    .command("simulate")
    .description(
      "Invent respondents who walk an instrument. Every line of the file says that it is synthetic.",
    )
    .argument(
      "<instrument-folder>",
      "folder of one instrument version, such as instruments/tcn-integration/0.1.0",
    )
    .requiredOption("--respondents <number>", "how many to invent", wholeNumber)
    .requiredOption("--seed <number>", "the same seed gives the same respondents", wholeNumber)
    .requiredOption("--margins <file>", "CSV with the population to draw from")
    .requiredOption("--out <file>", "file to write")
    .addOption(
      new Option(
        "--format <format>",
        "csv: one column per variable, missing answers empty; jsonl: the answers as given",
      )
        .choices(["csv", "jsonl"])
        .default("csv"),
    )
    .action((folder: string, options: SimulateOptions) => output.print(write(folder, options)));
}

function write(folder: string, { respondents, seed, margins, out, format }: SimulateOptions): string {
  const instrument = openInstrument(folder);
  const rows = readCsv(readNamedFile(margins)).rows;
  const responses = saidPlainly(() => [...simulate({ instrument, margins: rows, respondents, seed })]);
  writeNamedFile(out, format === "csv" ? asCsv(instrument, responses) : asLines(responses));
  const { id, version } = instrument.manifest;
  return `Wrote ${respondents} synthetic responses to ${id}@${version} into ${out} (seed ${seed}). They are invented; nobody gave these answers.`;
}

function openInstrument(folder: string): Instrument {
  return saidPlainly(() => readInstrument(readInstrumentFolder(folder)));
}

/** Turns the refusals of instrument and margins into the sentence a person reads. */
function saidPlainly<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    const forPeople = [DefinitionError, InstrumentFolderError, MarginsMisfitError].some(
      (kind) => error instanceof kind,
    );
    if (forPeople && error instanceof Error) throw new CommandError(error.message);
    throw error;
  }
}

function asLines(responses: readonly SimulatedResponse[]): string {
  return responses.map((response) => `${JSON.stringify({ synthetic: true, ...response })}\n`).join("");
}

type Field = string | number | null;

/** One column per variable and own-words item; an answer that is missing, for whatever reason, is an empty field. */
function asCsv(instrument: Instrument, responses: readonly SimulatedResponse[]): string {
  const variables = variablesOf(instrument);
  const ownWords = instrument.items.filter(({ kind }) => kind === "text").map(({ name }) => name);
  const names = [...variables.map(({ name }) => name), ...ownWords];
  const header = ["response_id", "synthetic", "language", "mode", "channel", "consent_hour", ...names];
  return writeCsv(
    header,
    responses.map(({ responseId, language, mode, channel, consentHour, answers }) => ({
      response_id: responseId,
      synthetic: "yes",
      language,
      mode,
      channel,
      consent_hour: consentHour,
      ...Object.fromEntries(variables.map((variable) => [variable.name, fieldOf(variable, answers)])),
      ...Object.fromEntries(ownWords.map((name) => [name, asField(answers[name])])),
    })),
  );
}

function fieldOf({ item, part, missing }: VariableDescription, answers: SimulatedResponse["answers"]): Field {
  const answer = answers[item];
  const isMissing = (value: unknown) => missing.some(({ code }) => code === value);
  if (Array.isArray(answer)) return answer.some(isMissing) ? null : Number(answer.includes(part));
  const value = typeof answer === "object" && answer !== null ? Reflect.get(answer, String(part)) : answer;
  return isMissing(value) ? null : asField(value);
}

function asField(value: unknown): Field {
  return typeof value === "string" || typeof value === "number" ? value : null;
}
