import { type Finding, type Verification, verifyData } from "@tiltas/store/care";
import type { Command } from "commander";
import { NegativeResult, type Output } from "../../terminal/index.ts";
import { ofPlace, orSay, type PlaceOptions, placeOf } from "./place.ts";

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
    const verification = await orSay(verifyData(placeOf(options), tell));
    output.print(summaryOf(verification));
    if (problems.size === 0) return;
    output.print(nextSteps(problems));
    throw new NegativeResult("The data are not as they were acknowledged.");
  });
}

const meaning = {
  missing: "acknowledged, but not in the database",
  changed: "kept under another hash than was acknowledged",
  unreadable: "the database cannot read it",
  content: "its answers or consent were altered",
  columns: "what is kept beside its answers was altered",
  returned: "withdrawn or removed, and yet in the database",
} as const;

/** One line for each finding: identity, revision, what is wrong. */
export function lineOf(finding: Finding): string {
  if ("sentence" in finding) return finding.sentence;
  const { responseId, revision, problem } = finding;
  const which = revision === null ? "" : ` revision ${revision}`;
  return `${responseId}${which}: ${meaning[problem]}.`;
}

/** What was looked at, and what came of it. */
export function summaryOf(verification: Verification): string {
  const { receipts, rows, explained, withoutRowHash, findings } = verification;
  const lines = [`Checked ${receipts} receipts and ${rows} responses in the database.`];
  if (explained > 0) lines.push(`${explained} receipts are of responses withdrawn or removed by their term.`);
  if (withoutRowHash > 0)
    lines.push(
      `${withoutRowHash} responses are from before every column had a hash: answers and consent only.`,
    );
  lines.push(
    findings === 0 ? "Everything that was acknowledged is there, unchanged." : `${findings} findings, above.`,
  );
  return lines.join("\n");
}

const guide = "docs/guides/operate.md, “When verify complains”";

function nextSteps(problems: ReadonlySet<Finding["problem"]>): string {
  const onlyReturned = problems.size === 1 && problems.has("returned");
  const what = onlyReturned
    ? "Start the server once, or run the retention command again: both remove what should be gone."
    : "Stop the server, keep a copy of the whole folder as it is, and restore the newest backup into a new folder, with --withdrawals naming this folder's withdrawals.ledger.";
  return `What next: ${what} See ${guide}.`;
}
