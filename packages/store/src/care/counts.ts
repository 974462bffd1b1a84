import { createHash } from "node:crypto";
import { closeSync, createReadStream, fsyncSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { ledgerFile, ledgerLines, removalsFile } from "../ledger/index.ts";
import { openReading, type Place, type Reading } from "../open/index.ts";
import { countResponses, countWithdrawn, listWaves } from "../operations/index.ts";
import type { DataFinding } from "./verify.ts";

/** People of one wave: who is kept, and who is gone for a known reason. The sum never falls. */
export interface WaveCount {
  readonly wave: string;
  readonly kept: number;
  /** Withdrawn, or removed when the term was over. */
  readonly gone: number;
}

/** What was counted on one day; each line carries the hash of the line before it. */
interface CountLine {
  readonly day: string;
  /** Length and SHA-256 of the receipt ledger at that moment: it may only have grown since. */
  readonly receipts: { readonly bytes: number; readonly sha256: string };
  readonly waves: readonly WaveCount[];
  readonly previous: string;
}

type Read = Reading["read"];

export const countsFile = (folder: string) => join(folder, "counts.ledger");

/** Counts every wave and compares with the last count written down; what fell without a reason is told. */
export async function checkCounts(
  { folder }: Place,
  read: Read,
  tell: (finding: DataFinding) => void,
): Promise<readonly WaveCount[]> {
  const now = await countWaves(folder, read);
  const lines = linesOf(folder);
  const broken = lines.findIndex((line, i) => parsedLine(line)?.previous !== hashOf(lines[i - 1] ?? ""));
  if (broken >= 0)
    tell({ problem: "ledger", sentence: `Line ${broken + 1} of counts.ledger is not as it was written.` });
  const last = parsedLine(lines.at(-1) ?? "");
  if (!last) return now;
  for (const sentence of fallenSince(last, now)) tell({ problem: "count", sentence });
  if ((await hashOfStart(ledgerFile(folder), last.receipts.bytes)) !== last.receipts.sha256)
    tell({
      problem: "ledger",
      sentence: `The receipt ledger is shorter than on ${last.day}, or was changed since.`,
    });
  return now;
}

/** The same comparison without reading the ledger: cheap enough for every start of the server. */
export async function countsFellSince(place: Place): Promise<readonly string[]> {
  const last = parsedLine(linesOf(place.folder).at(-1) ?? "");
  if (!last) return [];
  const { read, close } = openReading(place);
  try {
    return fallenSince(last, await countWaves(place.folder, read));
  } finally {
    await close();
  }
}

function fallenSince({ day, waves }: CountLine, now: readonly WaveCount[]): readonly string[] {
  return waves.flatMap(({ wave, kept, gone }) => {
    const today = now.find((count) => count.wave === wave) ?? { kept: 0, gone: 0 };
    const lost = kept + gone - today.kept - today.gone;
    if (lost <= 0) return [];
    const counted = `On ${day} the wave ${wave} had ${kept} responses, and ${gone} were withdrawn or removed; now it has ${today.kept}, and ${today.gone} were.`;
    return [`${counted} ${lost} are missing without a reason.`];
  });
}

/** Writes today's counts down and syncs them to disk. Call it after a check that found nothing. */
export async function writeCounts(
  { folder }: Place,
  waves: readonly WaveCount[],
  day: string,
): Promise<void> {
  const bytes = statSync(ledgerFile(folder)).size;
  const receipts = { bytes, sha256: await hashOfStart(ledgerFile(folder), bytes) };
  const line: CountLine = { day, receipts, waves, previous: hashOf(linesOf(folder).at(-1) ?? "") };
  const file = openSync(countsFile(folder), "a", 0o600);
  try {
    writeSync(file, `${JSON.stringify(line)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Who is gone is counted first: somebody who withdraws meanwhile is then missing from both counts, never from the later one. */
async function countWaves(folder: string, read: Read): Promise<readonly WaveCount[]> {
  const removed = await removedByWave(folder);
  const withdrawn = await read((context) => countWithdrawn(context));
  const counts: WaveCount[] = [];
  for (const { id: wave } of await read((context) => listWaves(context))) {
    const gone = (removed.get(wave) ?? 0) + (withdrawn.get(wave) ?? 0);
    counts.push({ wave, gone, kept: await read((context) => countResponses(context, wave)) });
  }
  return counts;
}

async function removedByWave(folder: string): Promise<ReadonlyMap<string, number>> {
  const removed = new Map<string, number>();
  for await (const line of ledgerLines<{ wave: string; quarantined?: true }>(removalsFile(folder)))
    if (!line.quarantined) removed.set(line.wave, (removed.get(line.wave) ?? 0) + 1);
  return removed;
}

function linesOf(folder: string): readonly string[] {
  try {
    return readFileSync(countsFile(folder), "utf8").split("\n").slice(0, -1);
  } catch {
    return [];
  }
}

function parsedLine(line: string): CountLine | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

async function hashOfStart(file: string, bytes: number): Promise<string> {
  const hash = createHash("sha256");
  if (bytes > 0) for await (const chunk of createReadStream(file, { end: bytes - 1 })) hash.update(chunk);
  return hash.digest("hex");
}
