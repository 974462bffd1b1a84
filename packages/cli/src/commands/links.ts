import type { Command } from "commander";
import manifest from "../../package.json" with { type: "json" };
import { type ExportRead, readExport } from "../exports/index.ts";
import { type Written, writeDatasets, writeIndicators, writeWeights } from "../results/index.ts";
import type { Output } from "../terminal/index.ts";

type Link = (source: ExportRead, results: string) => Promise<Written>;

/** A command that goes one link of the chain: from an export and the results of the links before it. */
const linkCommand =
  (name: string, description: string, link: Link) =>
  (program: Command, output: Output): void => {
    program
      .command(name)
      .description(description)
      .argument("<export>", 'folder that "tiltas export" has written')
      .requiredOption("--out <folder>", "folder of results, the same for every link")
      .action(async (folder: string, { out }: { readonly out: string }) => {
        const written = await link(await readExport(folder, manifest.version), out);
        output.print(written.map(([file, digest]) => `${digest}  ${file}`).join("\n"));
      });
  };

/** `tiltas dataset DIR --out OUT` */
export const datasetCommand = linkCommand(
  "dataset",
  "First link of the chain: responses of an export become columns with a missing reason for each cell.",
  writeDatasets,
);

/** `tiltas weights DIR --out OUT` */
export const weightsCommand = linkCommand(
  "weights",
  "Second link of the chain: columns become weights by the weighting plan.",
  writeWeights,
);

/** `tiltas indicators DIR --out OUT` */
export const indicatorsCommand = linkCommand(
  "indicators",
  "Third link of the chain: estimates over the whole lattice, and what they say beside each other. Not released.",
  writeIndicators,
);
