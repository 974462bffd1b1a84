import { Tendencies } from "@tiltas/instrument/simulation";
import { CommandError, readNamedFile } from "../../terminal/index.ts";

/** Reads the figures that answers are bent to. @throws CommandError naming the file and the place */
export function readTendencies(path: string): Tendencies {
  const { success, data, error } = Tendencies.safeParse(asJson(path, readNamedFile(path)));
  if (success) return data;
  const [issue] = error.issues;
  const place = issue?.path.length ? issue.path.join(".") : "the file";
  throw new CommandError(
    `${path}: ${place}: ${issue?.message ?? "cannot be used"}. An item has shares, rows, options, mean or byGroup, such as {"items": {"lng_speak": {"shares": {"5": 0.2}}}}.`,
  );
}

function asJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${path} is no JSON. Check commas and quotation marks.`);
  }
}
