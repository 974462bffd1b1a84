import { statSync } from "node:fs";
import { backUp, makeKeyFile, readKeyFile, restore } from "@tiltas/store/backup";
import type { Command } from "commander";
import { NegativeResult, type Output } from "../../terminal/index.ts";
import { backupNameIn } from "./backup-name.ts";
import { ofPlace, orSay, type PlaceOptions, placeOf, urlOf } from "./place.ts";
import { lineOf, summaryOf } from "./say-verification.ts";

/** `tiltas admin key --to KEYFILE` */
export function keyCommand(admin: Command, output: Output): void {
  admin
    .command("key")
    .description("Make the key with which backups are encrypted.")
    .requiredOption("--to <file>", "new file for the key")
    .action(async ({ to }: { to: string }) => {
      await orSay(() => makeKeyFile(to));
      output.print(
        `Wrote ${to}. Keep a copy of it away from this machine and away from the backups: without it no backup can be opened, and whoever has both reads every answer.`,
      );
    });
}

interface BackupOptions extends PlaceOptions {
  readonly to: string;
  readonly key: string;
}

/** `tiltas admin backup --data FOLDER --to FILE --key KEYFILE` */
export function backupCommand(admin: Command, output: Output): void {
  ofPlace(
    admin
      .command("backup")
      .description("Back a data folder up into one encrypted file; also while the server runs."),
  )
    .requiredOption("--to <file>", "new file, or a folder in which a file named by date and time is made")
    .requiredOption("--key <file>", "key file made with: npx tiltas admin key")
    .action(async (options: BackupOptions) => {
      const isFolder = statSync(options.to, { throwIfNoEntry: false })?.isDirectory() ?? false;
      const file = isFolder ? backupNameIn(options.to, new Date()) : options.to;
      const tell = (finding: Parameters<typeof lineOf>[0]) => output.print(lineOf(finding));
      const { bytes, verification } = await orSay(() =>
        backUp(placeOf(options), { file, key: readKeyFile(options.key), tell }),
      );
      if (verification) output.print(summaryOf(verification));
      output.print(`Wrote ${file}, ${Math.ceil(bytes / 1e6)} MB, and read it back.`);
      if (!verification?.findings) return;
      output.print(
        "The data themselves are not as they were acknowledged; keep the earlier backups too. Run: npx tiltas admin verify",
      );
      throw new NegativeResult("The data are not as they were acknowledged.");
    });
}

interface RestoreOptions {
  readonly from: string;
  readonly key: string;
  readonly data: string;
  readonly databaseUrl?: string;
  readonly withdrawals?: string;
}

/** `tiltas admin restore --from FILE --key KEYFILE --data NEWFOLDER [--withdrawals LEDGER]` */
export function restoreCommand(admin: Command, output: Output): void {
  admin
    .command("restore")
    .description("Restore a backup into an empty folder, without whoever has withdrawn, and check it.")
    .requiredOption("--from <file>", "the backup")
    .requiredOption("--key <file>", "the key file it was made with")
    .requiredOption("--data <folder>", "a new or empty folder")
    .option("--database-url <url>", "an empty PostgreSQL database (or TILTAS_DATABASE_URL), for its backups")
    .option(
      "--withdrawals <file>",
      "withdrawals.ledger of the folder as it was last: who withdrew since the backup stays away",
    )
    .action(async (options: RestoreOptions) => {
      const { from, key, data, withdrawals } = options;
      const tell = (finding: Parameters<typeof lineOf>[0]) => output.print(lineOf(finding));
      const place = { folder: data, url: urlOf(options.databaseUrl) };
      const verification = await orSay(() =>
        restore(place, { file: from, key: readKeyFile(key), withdrawals, tell }),
      );
      output.print(summaryOf(verification));
      output.print(`Restored into ${data}.`);
      if (withdrawals === undefined) output.print(withoutLedger);
      if (verification.findings > 0) throw new NegativeResult("The backup held damaged data.");
    });
}

const withoutLedger =
  "Whoever withdrew after the backup was made is back. If the old folder's withdrawals.ledger can still be read, restore again with --withdrawals.";
