import { acceptLosses, type Finding, type Verification, verifyData } from "@tiltas/store/care";
import type { Place } from "@tiltas/store/open";
import type { Command } from "commander";
import { CommandError, NegativeResult, type Output } from "../../terminal/index.ts";
import { ofPlace, orSay, type PlaceOptions, placeOf } from "./place.ts";
import { lineOf, summaryOf } from "./say-verification.ts";

interface VerifyOptions extends PlaceOptions {
  readonly accept?: string;
}

/** `tiltas admin verify --data FOLDER [--accept REASON]` */
export function verifyCommand(admin: Command, output: Output): void {
  ofPlace(
    admin
      .command("verify")
      .description("Check that everything acknowledged is there and unchanged; also while the server runs."),
  )
    .option(
      "--accept <reason>",
      "take down that missing responses are lost for good, and why; the server must be stopped",
    )
    .action(async (options: VerifyOptions) => {
      const problems = new Set<Finding["problem"]>();
      const tell = (finding: Finding) => {
        problems.add(finding.problem);
        output.print(lineOf(finding));
      };
      const place = placeOf(options);
      const { accept } = options;
      const verification = await orSay(() =>
        accept === undefined ? verifyData(place, tell) : accepted(place, { reason: accept, tell, output }),
      );
      output.print(summaryOf(verification));
      if (problems.size === 0) return;
      output.print(nextSteps(problems));
      throw new NegativeResult("The data are not as they were acknowledged.");
    });
}

/** No reason, no acceptance: whoever reads the ledger in a year must understand it. */
async function accepted(
  place: Place,
  { reason, tell, output }: { reason: string; tell: (finding: Finding) => void; output: Output },
): Promise<Verification> {
  if (reason.trim() === "")
    throw new CommandError('Say why with --accept, such as: --accept "disk failed on 21 November".');
  const asked = { reason: reason.trim(), now: new Date(), tell };
  const { accepted, keys, verification } = await acceptLosses(place, asked);
  output.print(`${accepted} missing responses are taken down as lost for good, in losses.ledger.`);
  for (const key of keys) output.print(`${key} is lost for good; the next start makes another.`);
  return verification;
}

const guide = "docs/guides/operate.md, “When verify complains”";

function nextSteps(problems: ReadonlySet<Finding["problem"]>): string {
  return `What next: ${remedyFor(problems)} See ${guide}.`;
}

function remedyFor(problems: ReadonlySet<Finding["problem"]>): string {
  const isOnly = (problem: Finding["problem"]) => problems.size === 1 && problems.has(problem);
  if (isOnly("returned"))
    return "Start the server once, or run the retention command again: both remove what should be gone.";
  if (isOnly("release"))
    return "Restore the newest backup into a new folder and put its releases in the place of those that are named; nothing of the answers is concerned.";
  return "Stop the server, keep a copy of the whole folder as it is, and restore the newest backup into a new folder, with --withdrawals naming this folder's withdrawals.ledger. Only if no backup holds what is missing: --accept.";
}
