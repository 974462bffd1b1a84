import { Command, CommanderError } from "commander";
import { NegativeResult, type Output } from "../terminal/index.ts";

type AddCommand = (program: Command, output: Output) => void;

/** Every command with its way to load it: SurveyJS, Word and Excel are read in by those that need them only. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  author: async () => (await import("../commands/author.ts")).authorCommand,
  check: async () => (await import("../commands/check.ts")).checkCommand,
  overview: async () => (await import("../commands/overview.ts")).overviewCommand,
  compare: async () => (await import("../commands/compare.ts")).compareCommand,
  translate: async () => (await import("../commands/translate.ts")).translateCommand,
  publish: async () => (await import("../commands/publish.ts")).publishCommand,
  codebook: async () => (await import("../commands/codebook.ts")).codebookCommand,
  print: async () => (await import("../commands/print.ts")).printCommand,
  agree: async () => (await import("../commands/agree.ts")).agreeCommand,
  simulate: async () => (await import("../commands/simulate.ts")).simulateCommand,
  pilot: async () => (await import("../commands/pilot.ts")).pilotCommand,
  paradata: async () => (await import("../commands/paradata.ts")).paradataCommand,
  estimate: async () => (await import("../commands/estimate.ts")).estimateCommand,
  report: async () => (await import("../commands/report.ts")).reportCommand,
  export: async () => (await import("../commands/export.ts")).exportCommand,
  dataset: async () => (await import("../commands/links.ts")).datasetCommand,
  weights: async () => (await import("../commands/links.ts")).weightsCommand,
  indicators: async () => (await import("../commands/links.ts")).indicatorsCommand,
  release: async () => (await import("../commands/release.ts")).releaseCommand,
  margins: async () => (await import("../commands/margins.ts")).marginsCommand,
  answer: async () => (await import("../commands/answer.ts")).answerCommand,
  chain: async () => (await import("../commands/chain.ts")).chainCommand,
  admin: async () => (await import("../commands/admin.ts")).adminCommand,
};

/** What `npx tiltas` can be asked for. */
export const commandNames: readonly string[] = Object.keys(commands);

/**
 * Runs one command line (without the program's own name).
 *
 * @returns the exit code: 0 done, 1 the result is a no, as printed (or a fault of ours), 2 something to put
 *          right, said in one sentence
 */
export async function run(words: readonly string[], output: Output): Promise<number> {
  try {
    const program = await makeProgram(words, output);
    await program.parseAsync([...words], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof NegativeResult) return 1;
    if (isForPeople(error)) {
      output.complain(error.message);
      return 2;
    }
    const what = error instanceof Error ? error.message : String(error);
    output.complain(
      `This is a fault in Tiltas itself, not in what you typed: ${what} Please report it with the command you ran.`,
    );
    return 1;
  }
}

async function makeProgram(words: readonly string[], output: Output): Promise<Command> {
  const program = new Command("tiltas")
    .description(
      "Tiltas for people who work in files: write, check, compare, translate, print and publish questionnaires; simulate respondents; judge a pilot; write interview times; estimate from microdata; go the way from a wave's responses to its workbook and audit it; keep a server's data.",
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.print(text.trimEnd()),
      writeErr: (text) => output.complain(text.trimEnd()),
    });
  const [first = ""] = words;
  const asked = Object.hasOwn(commands, first) ? [commands[first]] : Object.values(commands);
  for (const load of asked) (await load?.())?.(program, output);
  return program;
}

/** Refusals that are sentences for the person at the keyboard, by name: their classes stay unloaded until needed. */
const forPeople = new Set([
  "CommandError",
  "CorrectionError",
  "DatasetFileError",
  "DesignError",
  "IndicatorError",
  "LatticeError",
  "MarginsError",
  "OpenDataError",
  "RebuildError",
  "ReleaseError",
  "TableError",
  "VersionsError",
  "WeightingError",
]);

function isForPeople(error: unknown): error is Error {
  return error instanceof Error && forPeople.has(error.name);
}
