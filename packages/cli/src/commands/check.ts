import type { InterviewCoverage } from "@tiltas/instrument/agreement";
import {
  type Burden,
  burdenOf,
  explain,
  type Finding,
  type FindingLanguage,
  lintSubject,
  ruleExplanations,
  subjectOf,
} from "@tiltas/instrument/lint";
import { type Command, Option } from "commander";
import { CommandError, NegativeResult, type Output } from "../terminal/index.ts";
import { burdenTable } from "./check/burden-table.ts";
import { coverageIn, coverageTold } from "./check/coverage.ts";
import { readNamed } from "./check/files.ts";
import { summary, toldFindings } from "./check/wording.ts";

interface CheckOptions {
  readonly json?: true;
  readonly language: FindingLanguage;
  readonly explain?: string;
}

/** `tiltas check FOLDER|FILE… [--json] [--language lt|en] [--explain RULE]` */
export function checkCommand(program: Command, output: Output): void {
  program
    .command("check")
    .description(
      "Look a questionnaire over: mistakes, missing translations, wording, names, and how long it takes. Exit code 1 when there are errors.",
    )
    .argument("[paths...]", "folders of instrument versions, or any SurveyJS files")
    .option("--json", "print everything as one JSON document")
    .addOption(
      new Option("--language <language>", "language of the findings").choices(["en", "lt"]).default("en"),
    )
    .option("--explain <rule>", "say what a rule is for; “all” lists every rule")
    .action((paths: readonly string[], options: CheckOptions) => {
      if (options.explain !== undefined) output.print(explained(options.explain, options));
      else checkAll(paths, options, output);
    });
}

function checkAll(paths: readonly string[], { json, language }: CheckOptions, output: Output): void {
  if (paths.length === 0)
    throw new CommandError("Name the folder of an instrument version or a SurveyJS file to check.");
  const checked = paths.map((path) => checkOne(path, language));
  if (json) output.print(JSON.stringify(paths.length === 1 ? checked[0] : checked, null, 2));
  else
    for (const [i, one] of checked.entries()) {
      if (paths.length > 1) output.print(`${i === 0 ? "" : "\n"}${one.path}\n`);
      output.print(told(one, language));
    }
  const errors = checked.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error"));
  if (errors.length > 0) throw new NegativeResult(summary(errors, language));
}

interface Checked {
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly burden: readonly Burden[];
  /** Of the example interviews, where the folder holds some. */
  readonly coverage?: InterviewCoverage;
}

function checkOne(path: string, language: FindingLanguage): Checked {
  const files = readNamed(path);
  const subject = subjectOf(files);
  const coverage = coverageIn(path, files.questionnaire);
  return {
    path,
    findings: lintSubject(subject, language),
    burden: burdenOf(subject),
    ...(coverage ? { coverage } : {}),
  };
}

function told({ findings, burden, coverage }: Checked, language: FindingLanguage): string {
  return [
    toldFindings(findings, language),
    burdenTable(burden, language),
    coverage ? coverageTold(coverage, language) : "",
    summary(findings, language),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function explained(rule: string, { json, language }: CheckOptions): string {
  if (rule === "all") {
    const all = ruleExplanations(language);
    return json
      ? JSON.stringify(all, null, 2)
      : all.map(({ rule: id, reason }) => `${id}\n  ${reason}`).join("\n");
  }
  const explanation = explain(rule, language);
  if (explanation === undefined)
    throw new CommandError(`There is no rule "${rule}". “npx tiltas check --explain all” lists them.`);
  if (json) return JSON.stringify(explanation, null, 2);
  return [explanation.rule, explanation.reason, explanation.advice].filter(Boolean).join("\n  ");
}
