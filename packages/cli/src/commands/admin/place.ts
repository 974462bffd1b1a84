import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "@tiltas/store/open";
import type { Command } from "commander";
import { CommandError } from "../../terminal/index.ts";

export interface PlaceOptions {
  readonly data: string;
  readonly databaseUrl?: string;
}

/** The options by which every command of `admin` names a server's data. */
export function ofPlace(command: Command): Command {
  return command
    .requiredOption("--data <folder>", "the server's data folder")
    .option("--database-url <url>", "PostgreSQL address (or TILTAS_DATABASE_URL, which hides it from ps)");
}

/** @throws CommandError when the folder is not that of a server */
export function placeOf({ data, databaseUrl }: PlaceOptions): Place {
  if (!existsSync(join(data, "receipts.ledger")))
    throw new CommandError(
      `There is no receipt ledger in "${data}". Name the data folder of a server that has been started once.`,
    );
  return { folder: data, url: urlOf(databaseUrl) };
}

/** The address of the database as given, or as the server takes it; undefined for the embedded one. */
export function urlOf(given: string | undefined): string | undefined {
  return given ?? (process.env.TILTAS_DATABASE_URL || undefined);
}

/** Runs what fails with a sentence of the store's, for the person at the keyboard. @throws CommandError with it */
export async function orSay<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error) throw new CommandError(error.message);
    throw error;
  }
}
