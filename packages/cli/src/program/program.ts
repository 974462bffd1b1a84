import { DesignError } from "@tiltas/analysis/design";
import { IndicatorError } from "@tiltas/analysis/indicators";
import { MarginsError } from "@tiltas/analysis/weighting";
import { TableError } from "@tiltas/formats/tables";
import { Command, CommanderError } from "commander";
import { agreeCommand } from "../commands/agree.ts";
import { authorCommand } from "../commands/author.ts";
import { checkCommand } from "../commands/check.ts";
import { codebookCommand } from "../commands/codebook.ts";
import { compareCommand } from "../commands/compare.ts";
import { estimateCommand } from "../commands/estimate.ts";
import { printCommand } from "../commands/print.ts";
import { publishCommand } from "../commands/publish.ts";
import { reportCommand } from "../commands/report.ts";
import { simulateCommand } from "../commands/simulate.ts";
import { translateCommand } from "../commands/translate.ts";
import { CommandError, NegativeResult, type Output } from "../terminal/index.ts";

/**
 * Runs one command line (without the program's own name).
 *
 * @returns the exit code: 0 done, 1 the result is a no, as printed (or a fault of ours), 2 something to put
 *          right, said in one sentence
 */
export async function run(words: readonly string[], output: Output): Promise<number> {
  try {
    await makeProgram(output).parseAsync([...words], { from: "user" });
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

function makeProgram(output: Output): Command {
  const program = new Command("tiltas")
    .description(
      "Tiltas for people who work in files: simulate respondents, estimate from microdata, write a wave's workbook.",
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.print(text.trimEnd()),
      writeErr: (text) => output.complain(text.trimEnd()),
    });
  simulateCommand(program, output);
  checkCommand(program, output);
  compareCommand(program, output);
  estimateCommand(program, output);
  publishCommand(program, output);
  reportCommand(program, output);
  agreeCommand(program, output);
  translateCommand(program, output);
  authorCommand(program, output);
  codebookCommand(program, output);
  printCommand(program, output);
  return program;
}

function isForPeople(error: unknown): error is Error {
  return [CommandError, DesignError, IndicatorError, MarginsError, TableError].some(
    (kind) => error instanceof kind,
  );
}
