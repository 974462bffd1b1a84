import { readCsv } from "@tiltas/formats/tables";
import { DefinitionError, givenWords, type Instrument, readInstrument } from "@tiltas/instrument/definition";
import {
  MarginsMisfitError,
  type SimulatedResponse,
  simulate,
  TendencyMisfitError,
} from "@tiltas/instrument/simulation";
import { InstrumentFolderError, readInstrumentFolder } from "@tiltas/store/folders";
import { type Command, Option } from "commander";
import { CommandError, type Output, readNamedFile, wholeNumber, writeNamedFile } from "../terminal/index.ts";
import { circumstancesOf, type NamedCircumstances } from "./simulate/circumstances.ts";
import { responsesAsCsv } from "./simulate/responses-as-csv.ts";
import { readTendencies } from "./simulate/tendencies.ts";

interface SimulateOptions extends NamedCircumstances {
  readonly respondents: number;
  readonly seed: number;
  readonly margins?: string;
  readonly tendencies?: string;
  readonly out: string;
  readonly format: "csv" | "jsonl";
}

const terminal: Output = { print: (text) => console.log(text), complain: (text) => console.error(text) };

/** `tiltas simulate INSTRUMENT-FOLDER --respondents N --seed S --out FILE [--margins FILE] [--tendencies FILE] [--form long] …` */
export function simulateCommand(program: Command, output: Output = terminal): void {
  const oneOf = (field: keyof NamedCircumstances, meaning: string) =>
    new Option(`--${field} <word>`, meaning).choices(givenWords[field]);
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
    .requiredOption("--out <file>", "file to write")
    .option("--margins <file>", "CSV with the population to draw from (default: everything is invented)")
    .option("--tendencies <file>", "JSON with the figures that answers are bent to, by item")
    .addOption(oneOf("mode", "how everybody answers (default: web)"))
    .addOption(oneOf("form", "which form everybody gets (default: short)"))
    .addOption(oneOf("stage", "whether this is a pilot (default: pilot)"))
    .addOption(oneOf("sample", "how everybody was found (default: register)"))
    .addOption(
      new Option(
        "--format <format>",
        "csv: one column per variable, missing answers empty, without rosters; jsonl: the answers as given",
      )
        .choices(["csv", "jsonl"])
        .default("csv"),
    )
    .action((folder: string, options: SimulateOptions) => output.print(write(folder, options)));
}

function write(folder: string, options: SimulateOptions): string {
  const { respondents, seed, margins, tendencies, out, format } = options;
  const instrument = openInstrument(folder);
  const simulation = {
    instrument,
    margins: margins === undefined ? [] : readCsv(readNamedFile(margins)).rows,
    respondents,
    seed,
    circumstances: circumstancesOf(options, instrument),
    ...(tendencies === undefined ? {} : { tendencies: readTendencies(tendencies) }),
  };
  const responses = saidPlainly(() => [...simulate(simulation)]);
  writeNamedFile(out, format === "csv" ? responsesAsCsv(instrument, responses) : asLines(responses));
  const { id, version } = instrument.manifest;
  return `Wrote ${respondents} synthetic responses to ${id}@${version} into ${out} (seed ${seed}). They are invented; nobody gave these answers.`;
}

function openInstrument(folder: string): Instrument {
  return saidPlainly(() => readInstrument(readInstrumentFolder(folder)));
}

/** Turns the refusals of instrument, margins and tendencies into the sentence a person reads. */
function saidPlainly<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    const forPeople = [DefinitionError, InstrumentFolderError, MarginsMisfitError, TendencyMisfitError].some(
      (kind) => error instanceof kind,
    );
    if (forPeople && error instanceof Error) throw new CommandError(error.message);
    throw error;
  }
}

function asLines(responses: readonly SimulatedResponse[]): string {
  return responses.map((response) => `${JSON.stringify({ synthetic: true, ...response })}\n`).join("");
}
