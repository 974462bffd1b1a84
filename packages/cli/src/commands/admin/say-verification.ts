import type { Finding, Verification } from "@tiltas/store/care";

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
  const { receipts, rows, explained, lost, withoutRowHash, findings } = verification;
  const lines = [`Checked ${receipts} receipts and ${rows} responses in the database.`];
  if (explained > 0) lines.push(`${explained} receipts are of responses withdrawn or removed by their term.`);
  if (lost > 0) lines.push(`${lost} receipts are of responses that were accepted as lost.`);
  if (withoutRowHash > 0)
    lines.push(
      `${withoutRowHash} responses are from before every column had a hash: answers and consent only.`,
    );
  lines.push(
    findings === 0 ? "Everything that was acknowledged is there, unchanged." : `${findings} findings, above.`,
  );
  return lines.join("\n");
}
