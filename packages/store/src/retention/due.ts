import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { endedResumes, removeResumes, reportTimes } from "../operations/index.ts";
import { dayOf, dueOn, laterOf } from "./days.ts";
import type { Ground, WaveOfStudy } from "./ground.ts";
import { envelopes, envelopesNamed, type Holding, holdingOf } from "./holdings.ts";
import { endedOf, removeEndedCandidates, removeEndedMicrodata } from "./made-of-answers.ts";
import { type RetentionClass, type RetentionClassId, retentionClasses, type Term, termOf } from "./terms.ts";

/** What is past its term at one moment: of one class and, where it belongs to one, of one wave. */
export interface Due {
  readonly class: RetentionClassId;
  readonly study: string | null;
  readonly wave: string | null;
  readonly count: number;
  readonly term: Term;
}

export type DueHolding = Due & Holding;

/**
 * Everything that is past its term now, and nothing else; the same list for the dry run and for the removal. Of a
 * demonstration everything is invented, and nothing is due.
 */
export async function dueHoldings(ground: Ground, now: Date): Promise<readonly DueHolding[]> {
  const found: DueHolding[] = [];
  for (const each of ground.waves.filter(({ study }) => !study.synthetic))
    for (const kind of retentionClasses.filter(({ from }) => from !== "own end"))
      found.push(...(await ofWave(ground, kind, each, now)));
  found.push(await strayEnvelopes(ground, now), await strayWorkbooks(ground), ...(await ended(ground, now)));
  return found.filter(({ count }) => count > 0);
}

async function ofWave(
  ground: Ground,
  kind: RetentionClass,
  { wave, study }: WaveOfStudy,
  now: Date,
): Promise<readonly DueHolding[]> {
  const term = termOf(kind, study.terms);
  const today = dayOf(now);
  if (today < dueOn(wave.closes, term.days)) return [];
  const isDue = (arrived: Date) => today >= dueOn(laterOf(wave.closes, dayOf(arrived)), term.days);
  const holding = await holdingOf(ground, kind.id, wave.id, isDue);
  return [{ class: kind.id, study: study.id, wave: wave.id, term, ...holding }];
}

/** Envelopes that name no wave of ours: they count from their arrival. */
async function strayEnvelopes(ground: Ground, now: Date): Promise<DueHolding> {
  const kind = kindOf("quarantine");
  const known = new Set(ground.waves.map(({ wave }) => wave.id));
  const term = termOf(kind, null);
  const stray = (await envelopes(ground)).filter(
    ({ wave, arrived }) =>
      (wave === null || !known.has(wave)) && dayOf(now) >= dueOn(dayOf(arrived), term.days),
  );
  const holding = envelopesNamed(
    ground,
    stray.map(({ responseId }) => responseId),
  );
  return { class: kind.id, study: null, wave: null, term, ...holding };
}

/** Workbooks of which no report is known, such as those that were interrupted. */
async function strayWorkbooks({ folder, transact, waves }: Ground): Promise<DueHolding> {
  const known = new Set<string>();
  for (const { wave } of waves)
    for (const { id } of await transact((context) => reportTimes(context, wave.id))) known.add(`${id}.xlsx`);
  const names = filesOf(join(folder, "reports")).filter((name) => !known.has(name));
  const term = termOf(kindOf("reports"), null);
  const remove: Holding["remove"] = async (record) => {
    record(names);
    for (const name of names) rmSync(join(folder, "reports", name), { force: true });
  };
  return { class: "reports", study: null, wave: null, term, count: names.length, remove };
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

/** What ends by itself: moving drafts, sign-ins, invitations, figures that nobody released, rows of the register. */
async function ended(ground: Ground, now: Date): Promise<readonly DueHolding[]> {
  const { transact, access } = ground;
  const day = 86_400_000;
  const invitedBefore = new Date(now.getTime() - kindOf("invitations").days * day);
  const { sessions, invitations } = await access.listEnded({ sessions: now, invitations: invitedBefore });
  const resumes = await transact((context) => endedResumes(context, now));
  const terms = { candidates: kindOf("candidates").days, microdata: kindOf("microdata").days };
  const { candidates, microdata } = await endedOf(ground, now, terms);
  const of = (id: RetentionClassId, names: readonly string[], remove: () => Promise<void>): DueHolding => ({
    class: id,
    study: null,
    wave: null,
    count: names.length,
    term: termOf(kindOf(id), null),
    async remove(record) {
      record(names);
      await remove();
    },
  });
  return [
    of("microdata", microdata, () => removeEndedMicrodata(ground, microdata)),
    of("candidates", candidates, () => removeEndedCandidates(ground, candidates)),
    of("resumes", resumes, () => transact((context) => removeResumes(context, resumes))),
    of("sessions", sessions, () => access.removeEnded({ sessions, invitations: [] })),
    of("invitations", invitations, () => access.removeEnded({ sessions: [], invitations })),
  ];
}

function kindOf(id: RetentionClassId): RetentionClass {
  const kind = retentionClasses.find((each) => each.id === id);
  if (!kind) throw new Error(`There is no retention class ${id}.`);
  return kind;
}
