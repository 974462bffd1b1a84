import { type Due, listDue, removeDue, retentionClasses } from "@tiltas/store/retention";
import type { Command } from "commander";
import { type Output, textTable } from "../../terminal/index.ts";
import { ofPlace, orSay, type PlaceOptions, placeOf } from "./place.ts";

interface RetentionOptions extends PlaceOptions {
  readonly dryRun?: true;
  readonly clockIsRight?: true;
}

/** `tiltas admin retention --data FOLDER [--dry-run]` */
export function retentionCommand(admin: Command, output: Output): void {
  ofPlace(
    admin
      .command("retention")
      .description("Remove what is past its term, and write a certificate; the server must be stopped."),
  )
    .option("--dry-run", "only list what is due, by class and wave; also while the server runs")
    .option("--clock-is-right", "the clock jumped, and is right all the same")
    .action(async (options: RetentionOptions) => {
      const place = placeOf(options);
      const now = new Date();
      if (options.dryRun) {
        const { due, objection } = await orSay(() => listDue(place, { now }));
        output.print(
          due.length === 0 ? "Nothing is past its term." : textTable([heading, ...due.map(rowOf)]),
        );
        if (objection) output.print(objection);
        return;
      }
      const clockIsRight = options.clockIsRight ?? false;
      const removed = await orSay(() => removeDue(place, { now, clockIsRight }));
      if (!removed) return output.print("Nothing is past its term; nothing was removed.");
      output.print(textTable([heading, ...removed.certificate.removed.map(rowOf)]));
      output.print(`Removed. The certificate is ${removed.file}.`);
    });
}

const heading = ["class", "study", "wave", "number", "term in days", "set by"];

function rowOf({ class: id, study, wave, count, term }: Due): readonly string[] {
  return [id, study ?? "–", wave ?? "–", String(count), String(term.days), term.setBy];
}

/** `tiltas admin register`: Article 30 of the GDPR asks for what is kept, about whom and how long. */
export function registerCommand(admin: Command, output: Output): void {
  admin
    .command("register")
    .description("Print every class of data with whom it is about, its standard term and the reason.")
    .action(() => {
      for (const { id, holds, about, days, from, reason } of retentionClasses)
        output.print(
          `${id}\n  Holds: ${holds}\n  About: ${about}.\n  Kept: ${days} days from its ${from}.\n  Why: ${reason}`,
        );
    });
}
