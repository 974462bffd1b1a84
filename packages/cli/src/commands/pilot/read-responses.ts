import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import type { PilotResponse, TimeSpent } from "@tiltas/analysis/pilot";
import { CommandError } from "../../terminal/index.ts";

/** Responses with what was left out and why, for the page on method. */
export interface PilotResponses {
  readonly responses: readonly PilotResponse[];
  readonly synthetic: boolean;
  /** Kept out: with issues nobody has approved, rejected, set aside, or of another version. */
  readonly leftOut: number;
  /** Times that the server kept beside the responses; absent where it kept none. */
  readonly times?: readonly TimeSpent[];
}

/** Reads responses as `tiltas simulate --format jsonl` writes them. @throws CommandError naming file and line */
export async function readResponsesFile(path: string): Promise<PilotResponses> {
  if (!existsSync(path))
    throw new CommandError(`There is no file "${path}". Check the name and the folder you are in.`);
  const responses: PilotResponse[] = [];
  const seen = new Set<string>();
  let [number, synthetic] = [0, false];
  for await (const line of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity })) {
    number++;
    if (line.trim() === "") continue;
    const { response, isSynthetic } = readLine(line, `${path}, line ${number}`);
    if (seen.has(response.responseId))
      throw new CommandError(
        `${path}, line ${number}: this response occurs twice. Keep the newest revision of each only.`,
      );
    seen.add(response.responseId);
    synthetic ||= isSynthetic;
    responses.push(response);
  }
  if (responses.length === 0)
    throw new CommandError(`${path} holds no response. Give a file of JSON lines, one response a line.`);
  return { responses, synthetic, leftOut: 0 };
}

function readLine(line: string, place: string): { response: PilotResponse; isSynthetic: boolean } {
  const shape =
    "Each line is an object with responseId, language, mode and answers, as `npx tiltas simulate --format jsonl` writes it.";
  const parsed = parse(line);
  if (parsed === undefined) throw new CommandError(`${place}: this is no JSON. ${shape}`);
  const { responseId, language, mode, answers, synthetic } = parsed;
  const texts = [responseId, language, mode].every((text) => typeof text === "string" && text !== "");
  if (!texts || typeof answers !== "object" || answers === null || Array.isArray(answers))
    throw new CommandError(`${place}: this is no response. ${shape}`);
  const response = {
    responseId: String(responseId),
    language: String(language),
    mode: String(mode),
    answers: JSON.stringify(answers),
  };
  return { response, isSynthetic: synthetic === true };
}

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
