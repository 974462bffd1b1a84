import { type Agreement, agreeOn } from "@tiltas/instrument/agreement";
import type { Command } from "commander";
import { CommandError, NegativeResult, type Output, readNamedFile, wholeNumber } from "../terminal/index.ts";
import { definitionsIn } from "./agree/definition-files.ts";
import { agreementAsJson, agreementAsText, totalsOf } from "./agree/print.ts";

interface AgreeOptions {
  readonly runs: number;
  readonly seed: number;
  readonly json?: boolean;
}

/** All answers are checked at this moment, so that conditions on today's date come out alike every day. */
const now = new Date("2026-11-22T10:00:00Z");

/** `tiltas agree FILE… [--runs N] [--seed S] [--json]` */
export function agreeCommand(program: Command, output: Output): void {
  program
    .command("agree")
    .description("Drive the compiled plan and survey-core with the same answers and show where they part.")
    .argument("<files...>", "SurveyJS definitions, folders of them, or folders of instrument versions")
    .option("--runs <number>", "answers tried per file", wholeNumber, 200)
    .option("--seed <number>", "the same seed tries the same answers", wholeNumber, 1)
    .option("--json", "print JSON with all differences")
    .action((words: readonly string[], options: AgreeOptions) => {
      const files = definitionsIn(words);
      const results = files.map((file, i) => ({
        file,
        ...agreementOf(file, options, (done) =>
          output.complain(`${i + 1} of ${files.length}: ${file}, ${done} of ${options.runs} runs`),
        ),
      }));
      output.print(options.json ? agreementAsJson(results) : agreementAsText(results));
      const { disagreed } = totalsOf(results);
      if (disagreed > 0) throw new NegativeResult(`${disagreed} disagreed`);
    });
}

function agreementOf(file: string, { runs, seed }: AgreeOptions, sayDone: (done: number) => void): Agreement {
  const text = readNamedFile(file);
  try {
    const onProgress = (done: number) => (done % 500 === 0 ? sayDone(done) : undefined);
    return agreeOn(JSON.parse(text), { runs, seed, now, onProgress });
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new CommandError(`The file "${file}" is not JSON. Give SurveyJS definitions.`);
    throw error;
  }
}
