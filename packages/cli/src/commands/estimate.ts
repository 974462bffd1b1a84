import { type Command, Option } from "commander";
import {
  type EstimateRequest,
  estimateFrom,
  Microdata,
  printLines,
  readDesignFile,
  singleUnits,
} from "../microdata/index.ts";
import { CommandError, type Output, readNamedFile } from "../terminal/index.ts";

interface EstimateOptions extends EstimateRequest {
  readonly design: string;
  readonly json?: boolean;
}

const notReleased = "Working estimates from your own file: not released, not checked for disclosure.";

/** `tiltas estimate DATA.csv --design DESIGN.json --mean a,b …` */
export function estimateCommand(program: Command, output: Output): void {
  const collect = (value: string, earlier: readonly string[] = []) => [...earlier, value];
  program
    .command("estimate")
    .description(
      "Estimate means, medians, totals, ratios and proportions with design-based errors from a CSV of microdata.",
    )
    .argument("<data>", "CSV file, one line per respondent; an empty field or NA is missing")
    .requiredOption(
      "--design <file>",
      'JSON file such as { "strata": "region", "clusters": ["venue"], "weights": "w", "fpc": "N", "singlePsu": "fail", "nest": false }',
    )
    .option("--mean <columns>", "columns of numbers, separated by commas", collect)
    .option("--median <columns>", "columns of numbers, separated by commas", collect)
    .option("--quantile <column=share>", "such as income=0.9, several separated by commas", collect)
    .option(
      "--total <columns>",
      "columns of numbers, separated by commas, or column=level to count people",
      collect,
    )
    .option("--ratio <x/y>", "numerator/denominator, several separated by commas", collect)
    .option(
      "--proportion <columns>",
      "columns of categories (each level is printed), or column=level",
      collect,
    )
    .option("--by <columns>", "one estimate per category of these columns")
    .option("--na-rm", "leave out missing answers, variable by variable; otherwise they mean no estimate")
    .option("--listwise", "leave out respondents who miss any variable of the same option")
    .addOption(
      new Option("--deff <kind>", "design effect against simple random sampling").choices([
        "without-replacement",
        "with-replacement",
      ]),
    )
    .option("--json", "print JSON with all digits")
    .action((path: string, options: EstimateOptions) => output.print(answer(path, options)));
}

function answer(path: string, options: EstimateOptions): string {
  const { mean, median, quantile, total, ratio, proportion } = options;
  if ([mean, median, quantile, total, ratio, proportion].every((asked) => asked === undefined))
    throw new CommandError(
      "Nothing is asked for. Add --mean, --median, --quantile, --total, --ratio or --proportion with column names.",
    );
  const data = new Microdata(readNamedFile(path));
  const designFile = readNamedFile(options.design);
  const design = readDesignFile(designFile, data);
  const lines = estimateFrom(data, design, options);
  if (!options.json) {
    const lonely = lines.some(({ estimate }) => estimate.reason === "single-psu");
    const named = lonely ? singleUnits(design, designFile, data) : undefined;
    return [printLines(lines, options.by), ...(named ? [named] : []), notReleased].join("\n\n");
  }
  const { rows, singlePsu } = design;
  const { stratumCount: strata, unitCount: psus } = design.stages[0];
  return JSON.stringify(
    { status: notReleased, design: { rows, strata, psus, singlePsu }, estimates: lines },
    null,
    1,
  );
}
