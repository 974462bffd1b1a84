import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { type ChainWave, readDataset } from "@tiltas/analysis/chain";
import { CommandError } from "../terminal/index.ts";
import { type ExportedResponse, responseOf } from "./export-file.ts";

/** How far in server order each wave is read, by its id; a wave that is not named is read to its end. */
export type Through = ReadonlyMap<string, number>;

/** The columns of a file of responses, read line by line. */
export function readResponses(
  file: string,
  versions: Pick<ChainWave, "instruments" | "mappings">,
  through: number | undefined,
): ChainWave["data"] {
  return () => readDataset({ ...versions, responses: linesOf(file, through) });
}

async function* linesOf(file: string, through = Number.POSITIVE_INFINITY): AsyncGenerator<ExportedResponse> {
  const lines = createInterface({
    input: createReadStream(file, "utf8"),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let number = 0;
  for await (const line of lines) {
    number++;
    const response = readLine(line, file, number);
    if (response.sequence <= through) yield response;
  }
}

function readLine(line: string, file: string, number: number): ExportedResponse {
  try {
    return responseOf(line);
  } catch {
    throw new CommandError(
      `Line ${number} of "${file}" is no response of an export. Write the export again.`,
    );
  }
}
