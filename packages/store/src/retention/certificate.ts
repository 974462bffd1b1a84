import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Due } from "./due.ts";
import { retentionClasses } from "./terms.ts";

/** What went of one class and wave. */
export interface CertifiedRemoval extends Due {
  /** SHA-256 of the names of what went; see `digestOfNames`. */
  readonly names: string;
}

/** The paper that data were removed when their term was over: counts, terms and digests, no identity. */
export interface Certificate {
  readonly format: "tiltas removal certificate 1";
  /** ISO time. */
  readonly removedAt: string;
  readonly removed: readonly CertifiedRemoval[];
}

/** Writes the certificate as JSON and as a page to read, into `certificates/` of the data folder. */
export function writeCertificate(
  folder: string,
  now: Date,
  removed: readonly CertifiedRemoval[],
): { certificate: Certificate; file: string } {
  const certificate: Certificate = {
    format: "tiltas removal certificate 1",
    removedAt: now.toISOString(),
    removed,
  };
  const name = `${now.toISOString().slice(0, 19).replaceAll(":", "")}Z`;
  mkdirSync(join(folder, "certificates"), { recursive: true, mode: 0o700 });
  const file = join(folder, "certificates", `${name}.txt`);
  keep(join(folder, "certificates", `${name}.json`), `${JSON.stringify(certificate, null, 2)}\n`);
  keep(file, pageOf(certificate));
  return { certificate, file };
}

function keep(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

function pageOf({ removedAt, removed }: Certificate): string {
  const day = removedAt.slice(0, 10);
  return [
    "Certificate of removal",
    "",
    `On ${removedAt.slice(0, 16).replace("T", " at ")} UTC the following was removed because its term was over.`,
    "",
    ...removed.flatMap(linesOf),
    "The database files were written anew afterwards, so that nothing of it is left in them.",
    `Backups made before ${day} still hold it: delete them, or keep removals.ledger beside them, which every restore obeys.`,
    "A digest is SHA-256 over the names of what was removed, one a line, in the order of removals.ledger.",
    "",
  ].join("\n");
}

function linesOf({ class: id, wave, study, count, term, names }: CertifiedRemoval): readonly string[] {
  const kind = retentionClasses.find((each) => each.id === id);
  const where = wave === null ? "of no wave" : `of wave ${wave}, study ${study}`;
  const whose = term.setBy === "study" ? "the study's own term" : "the standard term";
  return [
    `${count} × ${id}, ${where}`,
    `  What it was: ${kind?.holds ?? id}`,
    `  Term: ${term.days} days from ${fromIn(kind?.from)}, ${whose}.`,
    `  Digest: ${names}`,
    "",
  ];
}

function fromIn(from: (typeof retentionClasses)[number]["from"] | undefined): string {
  if (from === "own end") return "its own end";
  return from === "closing"
    ? "the wave's last day"
    : "the wave's last day or its arrival, whichever was later";
}
