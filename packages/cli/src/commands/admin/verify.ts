import { type Finding, verifyData } from "@tiltas/store/care";
import type { Command } from "commander";
import { NegativeResult, type Output } from "../../terminal/index.ts";
import { ofPlace, orSay, type PlaceOptions, placeOf } from "./place.ts";
import { lineOf, summaryOf } from "./say-verification.ts";

/** `tiltas admin verify --data FOLDER` */
export function verifyCommand(admin: Command, output: Output): void {
  ofPlace(
    admin
      .command("verify")
      .description("Check that everything acknowledged is there and unchanged; also while the server runs."),
  ).action(async (options: PlaceOptions) => {
    const problems = new Set<Finding["problem"]>();
    const tell = (finding: Finding) => {
      problems.add(finding.problem);
      output.print(lineOf(finding));
    };
    const verification = await orSay(() => verifyData(placeOf(options), tell));
    output.print(summaryOf(verification));
    if (problems.size === 0) return;
    output.print(nextSteps(problems));
    throw new NegativeResult("The data are not as they were acknowledged.");
  });
}

const guide = "docs/guides/operate.md, “When verify complains”";

function nextSteps(problems: ReadonlySet<Finding["problem"]>): string {
  const onlyReturned = problems.size === 1 && problems.has("returned");
  const what = onlyReturned
    ? "Start the server once, or run the retention command again: both remove what should be gone."
    : "Stop the server, keep a copy of the whole folder as it is, and restore the newest backup into a new folder, with --withdrawals naming this folder's withdrawals.ledger.";
  return `What next: ${what} See ${guide}.`;
}
