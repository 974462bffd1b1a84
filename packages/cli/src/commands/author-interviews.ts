import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AuthorChange, Authored } from "@tiltas/instrument/authoring";
import { CommandError } from "../terminal/index.ts";

/** Items that an author gave another name: the earlier name with the later one. */
export function renamesOf(changes: readonly AuthorChange[]): ReadonlyMap<string, string> {
  return new Map(
    changes
      .filter(({ sheet, kind, column }) => sheet === "items" && kind === "changed" && column === "Name")
      .map(({ before = "", after = "" }) => [before, after] as const),
  );
}

/** The example interviews with the later names of items, as a file to write; none where no name in them changed. */
export function interviewsAfter({ changes }: Authored, folder: string): [string, unknown][] {
  const renames = renamesOf(changes);
  const file = join(folder, "interviews.json");
  if (renames.size === 0 || !existsSync(file)) return [];
  const interviews = interviewsIn(file);
  const after = Array.isArray(interviews)
    ? interviews.map((one) => renamedInterview(one, renames))
    : interviews;
  return JSON.stringify(after) === JSON.stringify(interviews) ? [] : [["interviews.json", after]];
}

function interviewsIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new CommandError(
      `${file} is no readable JSON. Correct it first: its answers follow renamed items.`,
    );
  }
}

function renamedInterview(interview: unknown, renames: ReadonlyMap<string, string>): unknown {
  return within(interview, (part, value) => {
    if (part === "answers") return underLaterNames(value, renames);
    if (part !== "steps" || !Array.isArray(value)) return value;
    return value.map((step) =>
      within(step, (what, of) => (what === "set" || what === "expect" ? underLaterNames(of, renames) : of)),
    );
  });
}

function underLaterNames(answers: unknown, renames: ReadonlyMap<string, string>): unknown {
  if (!isRecord(answers)) return answers;
  return Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [renames.get(name) ?? name, value]),
  );
}

function within(value: unknown, change: (key: string, value: unknown) => unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(key, part)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
