import type { WordLanguage } from "@tiltas/instrument/versions";
import { type Command, Option } from "commander";
import type { Output } from "../terminal/index.ts";
import { compareSides } from "./compare/comparison.ts";
import { readCounts, readSide } from "./compare/files.ts";
import { writeProposed } from "./compare/mapping-file.ts";
import { asJson, told } from "./compare/print.ts";
import { words } from "./compare/words.ts";

interface CompareOptions {
  readonly json?: true;
  readonly language: WordLanguage;
  readonly responses?: string;
  readonly writeMapping?: true;
}

/** `tiltas compare A B [--json] [--language lt|en] [--responses counts.json]` */
export function compareCommand(program: Command, output: Output): void {
  program
    .command("compare")
    .description(
      "Say what differs between two versions, which number the later one must have, and what every change touches.",
    )
    .argument("<before>", "folder of a version, or any SurveyJS file")
    .argument("<after>", "folder of the version after it, or any SurveyJS file")
    .option("--json", "print everything as one JSON document")
    .option("--responses <file>", 'stored responses by version: {"1.0.0": 812}')
    .option("--write-mapping", "write the proposed mapping into the later version, for you to decide on")
    .addOption(
      new Option("--language <language>", "language of the sentences").choices(["en", "lt"]).default("en"),
    )
    .action((before: string, after: string, { json, language, responses, writeMapping }: CompareOptions) => {
      const counts = responses === undefined ? {} : { responses: readCounts(responses) };
      const comparison = compareSides(readSide(before), readSide(after), { language, ...counts });
      const file = writeMapping ? writeProposed(comparison) : undefined;
      output.print(json ? asJson(comparison, language) : told(comparison, language));
      if (file !== undefined && !json) output.print(`\n${words[language].wrote(file)}`);
    });
}
