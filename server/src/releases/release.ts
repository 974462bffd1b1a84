import { existsSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { Refusal } from "@tiltas/contract/problems";
import type { Signature } from "@tiltas/contract/releases";
import type { CandidateRecord } from "@tiltas/store/port";
import { emailsOf } from "../access/emails.ts";
import type { CandidateFile } from "../computing/prepare-release.ts";
import { candidateFileIn, candidateFolder, releaseFolder } from "../computing/release-folder.ts";
import type { CandidatesNeeds } from "./candidates.ts";
import { readJson, removeFolder } from "./files.ts";

/** Keeps a signature; when nobody else has to sign, the figures become the next release of their wave. */
export async function release(
  needs: CandidatesNeeds,
  { id, wave }: CandidateRecord,
  { notes, corrects }: Signature,
  person: string,
): Promise<CandidateRecord> {
  const { store, waves, clock } = needs;
  const [newest] = await store.listReleases(wave);
  if (corrects !== (newest?.number ?? null)) throw otherCorrection(newest?.number);
  if (newest) await refuseTooSmallAChange(needs, id, newest.number);
  const before = await store.findCandidate(id);
  const { signatures: needed } = await waves.study(await waves.existing(wave));
  const hasSigned = before?.signatures.some(({ by }) => by === person) === true;
  if (hasSigned && before.signatures.length < needed) throw sameSignature();
  const text = JSON.stringify({ lt: notes.lt, en: notes.en });
  const signed = await store.signCandidate({ id, by: person, at: clock(), notes: text, corrects });
  if (!signed || signed.outcome === "not-ready") throw outdated();
  if (signed.outcome === "differs") throw notesDiffer();
  if (signed.candidate.signatures.length < needed) return signed.candidate;
  await freeze(needs, signed.candidate, newest?.number ?? null);
  return (await store.findCandidate(id)) ?? signed.candidate;
}

/** Two releases laid side by side must not speak of single persons: a correction changes nobody, or many. */
async function refuseTooSmallAChange({ place }: CandidatesNeeds, id: string, newest: number): Promise<void> {
  const file = await readJson<CandidateFile>(candidateFileIn(candidateFolder(place.folder, id)));
  const { since, changedAtLeast } = file ?? { since: null, changedAtLeast: 0 };
  if (since?.number !== newest) throw outdated();
  if (since.people > 0 && since.people < changedAtLeast) throw tooSmall(changedAtLeast);
}

/** The manifest first, then the register, then the files under their number: a crash between the last two is mended at the start. */
async function freeze(
  { store, access, compute, place, clock }: CandidatesNeeds,
  { id, wave, previousWave, notes, corrects, signatures }: CandidateRecord,
  newest: number | null,
): Promise<void> {
  const number = (newest ?? 0) + 1;
  const folder = candidateFolder(place.folder, id);
  const releasedAt = clock();
  const emails = await emailsOf(
    access,
    signatures.map(({ by }) => by),
  );
  const signedBy = signatures.map(({ by }) => emails.get(by) ?? "");
  const finished = compute({
    kind: "finish-release",
    folder,
    number,
    releasedAt: releasedAt.toISOString(),
    signedBy,
    notes: JSON.parse(notes ?? "{}"),
    beside: await newestOf({ store, place }, previousWave),
    corrects: newest === null ? null : { number: newest, folder: releaseFolder(place.folder, wave, newest) },
  });
  const made = await finished.catch(async (error: unknown) => {
    // Whoever withdraws takes the files along.
    throw (await store.findCandidate(id))?.state === "outdated" ? outdated() : error;
  });
  const text = notes ?? "{}";
  const record = { ...made, wave, number, candidate: id, releasedAt, signedBy, notes: text, corrects };
  if ((await store.keepRelease(record)) !== "kept") throw outdated();
  await putInPlace(folder, releaseFolder(place.folder, wave, number));
}

async function newestOf({ store, place }: Pick<CandidatesNeeds, "store" | "place">, wave: string | null) {
  const [newest] = wave === null ? [] : await store.listReleases(wave);
  if (wave === null || !newest) return null;
  return { wave, number: newest.number, folder: releaseFolder(place.folder, wave, newest.number) };
}

/** Nobody has ever read what lies there without being in the register. */
async function putInPlace(folder: string, released: string): Promise<void> {
  await mkdir(dirname(released), { recursive: true, mode: 0o700 });
  await removeFolder(released);
  await rename(folder, released);
}

/** After a crash between the register and the files. */
export async function putReleasesInPlace({ store, waves, place }: CandidatesNeeds): Promise<void> {
  for (const wave of await waves.list())
    for (const { id, state, release: number } of await store.listCandidates(wave.id))
      if (state === "released" && number !== null)
        await putInPlaceIfLeft(
          candidateFolder(place.folder, id),
          releaseFolder(place.folder, wave.id, number),
        );
}

async function putInPlaceIfLeft(folder: string, released: string): Promise<void> {
  if (existsSync(folder)) await putInPlace(folder, released);
}

const outdated = () =>
  new Refusal(
    "candidate-outdated",
    "Something has changed since these figures were computed: somebody withdrew, or another release came between. Compute them again.",
  );
const tooSmall = (atLeast: number) =>
  new Refusal(
    "candidate-outdated",
    `Fewer than ${atLeast} records have changed since the release before. Two releases laid side by side could then speak of single persons; wait until more have changed.`,
  );
const sameSignature = () =>
  new Refusal("same-signature", "You have signed already. Ask a second person to look and to sign.");
const notesDiffer = () =>
  new Refusal(
    "notes-differ",
    "The notes or the correction are not those that were signed first. Read them again, then sign.",
  );
const otherCorrection = (newest: number | undefined) =>
  new Refusal(
    "candidate-outdated",
    newest === undefined
      ? "This wave has no release yet, so there is nothing to correct."
      : `The newest release of this wave is number ${newest}. A new one corrects exactly that.`,
  );
