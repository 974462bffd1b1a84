import { sweepWorkFolders } from "@tiltas/store/backup";
import { type Finding, verifyData, writeCounts } from "@tiltas/store/care";
import type { Place } from "@tiltas/store/open";
import { listDue, noteClock } from "@tiltas/store/retention";

/** What a look at the data folder found. */
export interface Looked {
  readonly receipts: number;
  readonly responses: number;
  readonly findings: number;
  /** The first findings about data as a whole, and the names of the first responses concerned. */
  readonly sentences: readonly string[];
  readonly responseIds: readonly string[];
  /** Classes of data of which something is past its term. */
  readonly due: readonly string[];
}

const toldAtMost = 100;

/** Checks the whole folder, writes today's counts down where nothing was found, and looks at what is past its term. */
export async function lookAtFolder(place: Place, now: Date): Promise<Looked> {
  sweepWorkFolders(place.folder);
  const sentences: string[] = [];
  const responseIds: string[] = [];
  const tell = (finding: Finding) => {
    const [list, word] =
      "sentence" in finding ? [sentences, finding.sentence] : [responseIds, finding.responseId];
    if (list.length < toldAtMost) list.push(word);
  };
  const { receipts, rows, findings, waves } = await verifyData(place, tell);
  if (findings === 0) await writeCounts(place, waves, now.toISOString().slice(0, 10));
  const { due, objection } = await listDue(place, { now });
  if (objection === undefined) noteClock(place.folder, now);
  else sentences.push(objection);
  const classes = [...new Set(due.map(({ class: id }) => id))];
  return { receipts, responses: rows, findings, sentences, responseIds, due: classes };
}
