import type { Command } from "commander";
import { CommandError, NegativeResult, type Output, readNamedFile, wholeNumber } from "../terminal/index.ts";
import { definitionsIn } from "./agree/definition-files.ts";
import { agreementAsJson, type FileAgreement, paragraphOf, summaryOf, totalsOf } from "./agree/print.ts";
import { inThreads } from "./agree/threads.ts";

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
    .action(async (words: readonly string[], { runs, seed, json }: AgreeOptions) => {
      const files = definitionsIn(words);
      const trials = files.map((file) => ({ questionnaire: readDefinition(file), runs, seed, now }));
      const results: FileAgreement[] = [];
      const agreements = inThreads(trials, (i, done) => {
        if (done % 500 === 0) output.complain(`${files[i]}: ${done} of ${runs} runs`);
      });
      for (const [i, agreement] of agreements.entries()) {
        const result = { file: files[i] ?? "", ...(await agreement) };
        results.push(result);
        if (!json) output.print(paragraphOf(result));
      }
      output.print(json ? agreementAsJson(results) : summaryOf(results));
      const { disagreed } = totalsOf(results);
      if (disagreed > 0) throw new NegativeResult(`${disagreed} disagreed`);
    });
}

function readDefinition(file: string): unknown {
  const text = readNamedFile(file);
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`The file "${file}" is not JSON. Give SurveyJS definitions.`);
  }
}
