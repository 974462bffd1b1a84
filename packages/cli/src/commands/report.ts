import { type Command, Option } from "commander";
import { readRelease, writeReport } from "../results/index.ts";
import { type Output, wholeNumber } from "../terminal/index.ts";

interface ReportOptions {
  readonly language: "lt" | "en";
  readonly policy: "ministry" | "public";
  readonly earlier?: readonly string[];
  readonly out?: string;
  readonly threads?: number;
}

/** `tiltas report RESULTS --language lt|en [--policy ministry|public] [--earlier RESULTS] [--out FOLDER]` */
export function reportCommand(program: Command, output: Output): void {
  program
    .command("report")
    .description(
      "Last link of the chain: write a release's workbook, one page for each municipality, and open data.",
    )
    .argument(
      "<results>",
      'folder that "tiltas release" or "tiltas chain" has written, or a release of a server',
    )
    .addOption(
      new Option("--language <language>", "language of workbook and pages")
        .choices(["lt", "en"])
        .default("lt"),
    )
    .addOption(
      new Option("--policy <policy>", "who reads it").choices(["ministry", "public"]).default("ministry"),
    )
    .option(
      "--earlier <folder>",
      "results or release of an earlier wave, for trends; may be given again",
      (folder, earlier: readonly string[] = []) => [...earlier, folder],
    )
    .option("--threads <number>", "threads that write; the bytes are the same with any number", wholeNumber)
    .option("--out <folder>", "where they go (default: the folder of results)")
    .action(async (results: string, { earlier = [], out = results, ...order }: ReportOptions) => {
      const release = readRelease(results);
      const { workbook, files } = await writeReport(out, release, {
        ...order,
        earlier: earlier.map(readRelease),
      });
      output.print(
        [...files.map(([name, digest]) => `${digest}  ${name}`), `Workbook: ${workbook}`].join("\n"),
      );
    });
}
